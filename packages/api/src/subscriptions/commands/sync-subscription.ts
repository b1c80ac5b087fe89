import type { Db, Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Claim } from '../../payments/commands/claim-target'
import {
  fetchSubscription,
  type SubscriptionPlan,
} from '../../payments/commands/fetch-subscription'
import { completeTarget, holdFence } from '../../payments/commands/settle-target'
import type { System } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { type DerivedSubscription, deriveSubscription } from '../rules/derive-subscription'
import { mayCharge, type SubscriptionFacts } from '../rules/facts'
import { noticesOf } from '../rules/notices'
import { oddInvoices } from '../rules/odd-invoices'
import { writeInvoiceOrders } from './invoice-orders'
import { type LoadedSubscription, localSubscription, lockSubscription } from './load-subscription'
import { mailNotices } from './mail-notices'
import { projectGrant } from './project-grant'
import { requestCancellation } from './request-command'
import { storeSubscriptionFacts } from './store-facts'

type SyncDeps = Pick<Deps, 'db' | 'clock' | 'stripe' | 'appUrl'>

const synchroniser: System = { type: 'system', name: 'stripe-sync' }

/**
 * Brings a claimed membership in line with Stripe: fetches with no transaction open, decides by a pure
 * function, and commits facts, orders of paid invoices, status, access, mails and what has to be undone
 * in one transaction under the fence. Every part is keyed by the Stripe object or the membership, so
 * committing the same facts again changes nothing. Throws `FencedError` when the lease has passed on.
 */
export async function syncSubscription(
  deps: SyncDeps,
  claim: Claim,
  subscriptionId: string,
): Promise<void> {
  const plan = await planFetch(deps.db, subscriptionId, claim)
  const facts = await fetchSubscription(deps, plan)
  await deps.db.$transaction(
    async (tx) => {
      await holdFence(tx, claim)
      await projectSubscription(tx, deps, subscriptionId, facts)
      await tx.stripeEvent.updateMany({
        where: { id: { in: claim.eventIds }, state: 'queued' },
        data: { state: 'reconciled' },
      })
      await completeTarget(tx, claim, deps.clock.now())
    },
    { timeout: 20_000, maxWait: 10_000 },
  )
}

async function planFetch(db: Db, id: string, claim: Claim): Promise<SubscriptionPlan> {
  const row = await db.subscription.findUniqueOrThrow({
    where: { id },
    select: {
      checkoutSessionId: true,
      stripeSubscriptionId: true,
      stripeCustomerId: true,
      createdAt: true,
      commands: { where: { kind: 'create_subscription_session' }, select: { firstSentAt: true } },
      invoices: { select: { id: true, status: true, paymentIntentId: true, firstFailedAt: true } },
    },
  })
  const startingWith = (prefix: string) => claim.hintedIds.filter((hint) => hint.startsWith(prefix))
  const wasSent = row.commands.some((command) => command.firstSentAt !== null)
  const settled = row.invoices.filter(({ status }) => status === 'paid')
  return {
    id,
    sessionId: row.checkoutSessionId,
    stripeSubscriptionId: row.stripeSubscriptionId,
    customerId: row.stripeCustomerId,
    hintedSessionIds: startingWith('cs_'),
    hintedSubscriptionIds: startingWith('sub_'),
    searchSince: wasSent ? row.createdAt : null,
    known: new Map(settled.map((invoice) => [invoice.id, invoice])),
  }
}

/** Everything of a commit but the fence. */
async function projectSubscription(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  subscriptionId: string,
  facts: SubscriptionFacts,
): Promise<void> {
  const now = deps.clock.now()
  const before = await lockSubscription(tx, subscriptionId)
  if (!before) throw new Error(`membership ${subscriptionId} is gone`)
  await storeSubscriptionFacts(tx, before.id, facts)
  const derived = deriveSubscription(await localSubscription(tx, before), facts, now)
  const review =
    derived.review ?? (oddInvoices(before, facts).length > 0 ? 'amount_mismatch' : null)
  await saveSubscription(tx, before, facts, { ...derived, review }, now)
  await writeInvoiceOrders(tx, before, facts, now)
  await projectGrant(tx, before, derived, now)
  await undo(tx, before, facts, derived)
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
