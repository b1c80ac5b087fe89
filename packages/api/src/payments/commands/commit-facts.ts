import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { takeBought } from '../../carts/commands/remove-from-cart'
import { settleCoupons } from '../../coupons/commands/settle-coupons'
import { issueDocuments } from '../../documents/commands/issue-documents'
import type { System } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { settleCredits } from '../../upgrades/commands/settle-credits'
import { type DerivedOrder, deriveOrder } from '../rules/derive-order'
import { subscriptionTargetKey } from '../rules/event-target'
import type { StripeFacts } from '../rules/facts'
import type { Claim } from './claim-target'
import { mailDisputes, newDisputes, noteFraudWarnings } from './dispute-mails'
import { decideGiveBack } from './give-back'
import { type LoadedOrder, localFactsOf, lockOrder, refundCommandsOf } from './load-order'
import { markDirty } from './mark-dirty'
import { mailDocuments, mailReceipt, mailRefunds } from './order-mails'
import { postLedger } from './post-ledger'
import { projectAccess } from './project-access'
import { reportTax } from './report-tax'
import { requestSessionEnd } from './request-session-end'
import { completeTarget, holdFence } from './settle-target'
import { storeAllocations, storeFacts } from './store-facts'

export type CommitDeps = Pick<Deps, 'db' | 'clock' | 'appUrl'>

const synchroniser: System = { type: 'system', name: 'stripe-sync' }

/**
 * Makes our side agree with what was fetched, in one transaction that commits only while the claim's
 * token is still there: facts, ledger, status, grants, enrolments, mails, audit, and the claim
 * itself. Every part is keyed by the Stripe object or the order, so committing the same facts again
 * changes nothing. Throws `FencedError` (and nothing is written) when the lease has passed on.
 */
export async function commitFacts(
  deps: CommitDeps,
  claim: Claim,
  orderId: string,
  facts: StripeFacts,
): Promise<void> {
  await deps.db.$transaction(
    async (tx) => {
      await holdFence(tx, claim)
      await noteSubscription(tx, orderId, deps.clock.now())
      const order = await projectOrder(tx, deps, orderId, facts)
      await noteFraudWarnings(tx, order, claim.eventIds, deps.appUrl)
      const now = deps.clock.now()
      if (claim.eventIds.length > 0) {
        await tx.stripeEvent.updateMany({
          where: { id: { in: claim.eventIds }, state: 'queued' },
          data: { state: 'reconciled' },
        })
      }
      await completeTarget(tx, claim, now)
    },
    { timeout: 20_000, maxWait: 10_000 },
  )
}

/**
 * What was paid for a membership decides about it: it is looked at again. Noted before the person is
 * locked, as whoever synchronises a membership holds its target before that person.
 */
async function noteSubscription(tx: Tx, orderId: string, now: Date): Promise<void> {
  const order = await tx.order.findUnique({
    where: { id: orderId },
    select: { subscriptionId: true },
  })
  if (order?.subscriptionId) await markDirty(tx, subscriptionTargetKey(order.subscriptionId), now)
}

/** Everything of a commit but the fence and what events alone tell. Returns the order as it was before. */
export async function projectOrder(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  orderId: string,
  fetched: StripeFacts,
): Promise<LoadedOrder> {
  const now = deps.clock.now()
  const order = await lockOrder(tx, orderId)
  if (!order) throw new Error(`order ${orderId} is gone`)
  const facts = withOwnCommands(fetched, order)
  const opened = await newDisputes(tx, facts)
  await storeFacts(tx, order.id, facts, now)
  const refunds = await storeAllocations(tx, order, facts)
  let derived = deriveOrder(localFactsOf(order), facts, now)
  if (await decideGiveBack(tx, order, derived, refunds, facts.intent?.id ?? null)) {
    derived = deriveOrder(localFactsOf(order), facts, now)
  }
  const isUnapplied =
    derived.isMismatch || derived.status === 'duplicate' || derived.status === 'cancelled'
  await postLedger(tx, order, facts, refunds, { isUnapplied, now })
  await saveStatus(tx, order, facts, derived)
  await settleCoupons(tx, order.coupons, derived)
  const { hasChanged, closedLineIds } = await projectAccess(tx, deps, order, derived, refunds)
  await settleCredits(tx, order.upgradeCredits, derived, closedLineIds)
  const issued = await issueDocuments(tx, deps, order, derived, facts, refunds)
  await reportTax(tx, order, issued)
  const mailed: string[] = []
  const paidAt = order.paidAt ?? derived.paidAt
  // What a guest bought opens nothing yet: the first commit that would open it sends the receipt.
  const isNews = order.userId === null ? order.claimTokens.length === 0 : hasChanged
  if (isNews && derived.access === 'active' && paidAt) {
    mailed.push(...(await mailReceipt(tx, order, paidAt, issued, { appUrl: deps.appUrl, now })))
    if (order.userId !== null) await takeBought(tx, order.userId, order.lines)
    await endOtherCheckouts(tx, order)
  }
  mailed.push(
    ...(await mailRefunds(tx, order, facts, refunds, { closedLineIds, issued }, deps.appUrl)),
  )
  const others = issued.filter((document) => !mailed.includes(document.id))
  await mailDocuments(tx, order, others, deps.appUrl)
  await mailDisputes(tx, order, opened, deps.appUrl)
  return order
}

/** A command id in a refund's metadata counts only when it names a refund that this order asked for. */
function withOwnCommands(facts: StripeFacts, order: LoadedOrder): StripeFacts {
  const own = new Set(refundCommandsOf(order).map((command) => command.id))
  return {
    ...facts,
    refunds: facts.refunds.map((refund) => ({
      ...refund,
      commandId: refund.commandId !== null && own.has(refund.commandId) ? refund.commandId : null,
    })),
  }
}

async function saveStatus(
  tx: Tx,
  order: LoadedOrder,
  facts: StripeFacts,
  derived: DerivedOrder,
): Promise<void> {
  const isResolved =
    derived.review === order.reviewResolved && derived.reviewCause === order.reviewResolvedCause
  const review = isResolved ? null : derived.review
  const reviewCause = isResolved ? '' : derived.reviewCause
  const isRaised = review !== order.review || reviewCause !== order.reviewCause
  const data = {
    status: derived.status,
    review,
    reviewCause,
    paidAt: order.paidAt ?? derived.paidAt,
    checkoutSessionId: facts.session?.id ?? order.checkoutSessionId,
    checkoutUrl: facts.session ? facts.session.url : order.checkoutUrl,
    paymentIntentId: facts.intent?.id ?? order.paymentIntentId,
  }
  const hasChanged = Object.entries(data).some(
    ([name, value]) => order[name as keyof typeof data]?.valueOf() !== value?.valueOf(),
  )
  if (hasChanged) await tx.order.update({ where: { id: order.id }, data, select: { id: true } })
  if (derived.status === 'expired') {
    await tx.stripeCommand.updateMany({
      where: { orderId: order.id, kind: 'create_session', state: { in: ['pending', 'unknown'] } },
      data: { state: 'failed', error: 'the order expired' },
    })
  }
  if (review !== null && isRaised) {
    await recordAudit(tx, synchroniser, {
      action: 'order.review-raised',
      entityType: 'order',
      entityId: order.id,
      before: { status: order.status, review: order.review },
      after: { status: derived.status, review },
    })
  }
}

/** Ends the buyer's other unpaid checkouts, a guest's of the same browser, that contain what they have just bought. */
export async function endOtherCheckouts(tx: Tx, order: LoadedOrder): Promise<void> {
  const offeringIds = order.lines.flatMap((line) =>
    line.purpose === 'access' ? [line.offeringId] : [],
  )
  const wishIds = order.lines.flatMap(({ wishId }) => wishId ?? [])
  const others = await tx.order.findMany({
    where: {
      ...(order.userId === null ? { guestKey: order.guestKey } : { userId: order.userId }),
      id: { not: order.id },
      status: 'awaiting_payment',
      lines: {
        some: {
          OR: [{ purpose: 'access', offeringId: { in: offeringIds } }, { wishId: { in: wishIds } }],
        },
      },
      commands: { none: { kind: 'expire_session' } },
    },
    select: { id: true },
  })
  for (const other of others) await requestSessionEnd(tx, other.id, 'replaced')
}
