import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Claim } from '../../payments/commands/claim-target'
import { completeTarget, holdFence } from '../../payments/commands/settle-target'
import type { System } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { type DerivedSubscription, deriveSubscription } from '../rules/derive-subscription'
import { mayCharge, type SubscriptionFacts } from '../rules/facts'
import { noticesOf } from '../rules/notices'
import { oddInvoices } from '../rules/odd-invoices'
import { needsRestart } from '../rules/restart-after-pause'
import { writeInvoiceOrders } from './invoice-orders'
import { type LoadedSubscription, localSubscription, lockSubscription } from './load-subscription'
import { mailNotices } from './mail-notices'
import { projectGrant } from './project-grant'
import { requestCancellation, requestSubscriptionCommand } from './request-command'
import { storeSubscriptionFacts } from './store-facts'
import type { SalesTax } from './tax-sales'

/** What was asked for before a commit, with no transaction open. */
export type Fetched = { facts: SubscriptionFacts; taxes: SalesTax }

const synchroniser: System = { type: 'system', name: 'stripe-sync' }

/**
 * Writes what was fetched for a claim in one transaction, under the fence. Throws `FencedError` when the
 * lease has passed on, and then nothing is written.
 */
export async function commitSubscription(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  claim: Claim,
  subscriptionId: string,
  fetched: Fetched,
): Promise<void> {
  await deps.db.$transaction(
    async (tx) => {
      await holdFence(tx, claim)
      await projectSubscription(tx, deps, subscriptionId, fetched)
      await tx.stripeEvent.updateMany({
        where: { id: { in: claim.eventIds }, state: 'queued' },
        data: { state: 'reconciled' },
      })
      await completeTarget(tx, claim, deps.clock.now())
    },
    { timeout: 20_000, maxWait: 10_000 },
  )
}

/** Everything of a commit but the fence. Safe to repeat. */
export async function projectSubscription(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  subscriptionId: string,
  { facts, taxes }: Fetched,
): Promise<void> {
  const now = deps.clock.now()
  const before = await lockSubscription(tx, subscriptionId)
  if (!before) throw new Error(`membership ${subscriptionId} is gone`)
  await storeSubscriptionFacts(tx, before.id, facts)
  const derived = deriveSubscription(await localSubscription(tx, before), facts, now)
  const review =
    derived.review ?? (oddInvoices(before, facts).length > 0 ? 'amount_mismatch' : null)
  await saveSubscription(tx, before, facts, { ...derived, review }, now)
  await writeInvoiceOrders(tx, before, facts, taxes, now)
  await projectGrant(tx, before, derived, now)
  await undo(tx, before, facts, derived)
  if (facts.subscription && needsRestart(before.status, facts, now)) {
    await requestSubscriptionCommand(tx, before.id, {
      kind: 'update_subscription',
      params: {
        stripeSubscriptionId: facts.subscription.id,
        change: { kind: 'unpause', restart: true },
      },
    })
  }
  if (facts.subscription) {
    const seen = before.facts.find(({ id }) => id === facts.subscription?.id)
    const notices = noticesOf({ ...before, interval: seen?.interval ?? null }, derived, facts, now)
    await mailNotices(tx, before, facts.subscription, notices, deps.appUrl)
  }
}

async function saveSubscription(
  tx: Tx,
  before: LoadedSubscription,
  facts: SubscriptionFacts,
  derived: DerivedSubscription,
  now: Date,
): Promise<void> {
  const fact = facts.subscription
  const isOver = derived.status === 'ended' || derived.status === 'duplicate'
  const data = {
    status: derived.status,
    review: derived.review,
    periodStart: derived.periodStart,
    periodEnd: derived.periodEnd,
    trialEndsAt: derived.trialEndsAt,
    cancelAt: derived.cancelAt,
    pausedUntil: derived.pausedUntil,
    graceUntil: derived.graceUntil,
    checkoutSessionId: facts.session?.id ?? before.checkoutSessionId,
    checkoutUrl: facts.session ? facts.session.url : before.checkoutUrl,
    stripeSubscriptionId: fact?.id ?? before.stripeSubscriptionId,
    stripeCustomerId: fact?.customerId ?? before.stripeCustomerId,
    startedAt: before.startedAt ?? fact?.createdAt ?? null,
    endedAt: isOver ? (before.endedAt ?? fact?.endedAt ?? now) : null,
  }
  const hasChanged = Object.entries(data).some(
    ([name, value]) => before[name as keyof typeof data]?.valueOf() !== value?.valueOf(),
  )
  if (!hasChanged) return
  await tx.subscription.update({ where: { id: before.id }, data, select: { id: true } })
  const isRaised = derived.review !== null && derived.review !== before.review
  if (isRaised || derived.status !== before.status) {
    await recordAudit(tx, synchroniser, {
      action: isRaised ? 'subscription.review-raised' : 'subscription.changed',
      entityType: 'subscription',
      entityId: before.id,
      before: { status: before.status, review: before.review },
      after: { status: derived.status, review: derived.review },
    })
  }
}

/** Ends at Stripe what must not charge any more: a second one, and one whose payment was taken back. */
async function undo(
  tx: Tx,
  { id }: LoadedSubscription,
  { subscription, others }: SubscriptionFacts,
  { status, access }: DerivedSubscription,
): Promise<void> {
  for (const other of others.filter(mayCharge)) {
    await requestCancellation(tx, id, { stripeSubscriptionId: other.id, cause: 'duplicate' })
  }
  if (!subscription || !mayCharge(subscription)) return
  const stripeSubscriptionId = subscription.id
  if (status === 'duplicate') {
    await requestCancellation(tx, id, { stripeSubscriptionId, cause: 'duplicate' })
  } else if (access.state === 'closed' && access.reason === 'order-refunded') {
    await requestCancellation(tx, id, { stripeSubscriptionId, cause: 'money_taken' })
  }
}
