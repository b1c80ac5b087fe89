import type { SubscriptionReview, SubscriptionStatus } from '../states'
import type { InvoiceFact, SubscriptionFact, SubscriptionFacts } from './facts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** How long access outlives the first failed payment. Retries and reminders do not lengthen it. */
export const graceDays = 14

/**
 * How long access outlives a paid period while it is not known yet whether the next one was paid: Stripe
 * makes the invoice at the end of the period and charges it an hour later, and its news may be late.
 */
export const renewalSlackHours = 72

/** What our own side knows about a subscription, as far as its state depends on it. */
export type LocalSubscription = {
  /** until when its checkout can be completed */
  expiresAt: Date
  /** Stripe refused to open the checkout, or it was given up before it was opened */
  hasNoSession: boolean
  /** the same person has another one */
  isDuplicate: boolean
  graceExtendedTo: Date | null
  /** invoices whose money was given back or lost, and those whose money is disputed */
  takenInvoiceIds: ReadonlySet<string>
  heldInvoiceIds: ReadonlySet<string>
}

/** Why it opens nothing; a key of the message catalogue. */
export type ClosedReason =
  | 'membership-ended'
  | 'membership-unpaid'
  | 'membership-paused'
  | 'membership-duplicate'
  | 'membership-unknown'
  | 'order-refunded'
  | 'dispute-open'

/** `open` from the start until the moment, if that has not passed; `held` and `closed` at once. */
export type SubscriptionAccess =
  | { state: 'open'; until: Date; afterwards: ClosedReason }
  | { state: 'held' | 'closed'; reason: ClosedReason }
  | { state: 'none' }

export type DerivedSubscription = {
  status: SubscriptionStatus
  review: SubscriptionReview | null
  access: SubscriptionAccess
  /** what is paid for, or tried, now */
  periodStart: Date | null
  periodEnd: Date | null
  trialEndsAt: Date | null
  /** when it ends because it was cancelled */
  cancelAt: Date | null
  pausedUntil: Date | null
  graceUntil: Date | null
  /** the invoice whose payment fails; the oldest, when there are several */
  failing: InvoiceFact | null
}

const latest = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.max(...times.map((time) => time.getTime())))
const earliest = (times: readonly Date[]): Date | null =>
  times.length === 0 ? null : new Date(Math.min(...times.map((time) => time.getTime())))
const plus = (time: Date, ms: number) => new Date(time.getTime() + ms)

/** When it was set to end, whichever way that was said. */
export const endOf = (fact: SubscriptionFact): Date | null =>
  earliest([
    ...(fact.cancelAt ? [fact.cancelAt] : []),
    ...(fact.cancelAtPeriodEnd ? [fact.periodEnd] : []),
  ])

const coversNow = (invoice: InvoiceFact, now: Date) =>
  invoice.periodStart.getTime() <= now.getTime() && now.getTime() < invoice.periodEnd.getTime()

type Money = {
  /** until when payments that stand reach; null: there is none */
  paidTo: Date | null
  /** until when a payment that is under way would reach */
  underwayTo: Date | null
  /** the oldest invoice whose payment failed and is still owed */
  failing: InvoiceFact | null
  isTaken: boolean
  isHeld: boolean
}

function moneyOf(
  local: LocalSubscription,
  fact: SubscriptionFact,
  invoices: readonly InvoiceFact[],
  now: Date,
): Money {
  const paid = invoices.filter((invoice) => invoice.status === 'paid')
  const isTaken = ({ id }: InvoiceFact) => local.takenInvoiceIds.has(id)
  const isHeld = ({ id }: InvoiceFact) => local.heldInvoiceIds.has(id)
  const standing = paid.filter((invoice) => !isTaken(invoice) && !isHeld(invoice))
  const isNotBeyond = (time: Date) => earliest([time, fact.periodEnd]) ?? time
  // What a change of plan credits is not used any more: nothing reaches beyond the current period.
  const ends = standing.map((invoice) => isNotBeyond(invoice.periodEnd))
  const owed = invoices.filter(({ status }) => status === 'open' || status === 'uncollectible')
  const failed = owed.flatMap((invoice) =>
    invoice.firstFailedAt ? [{ invoice, at: invoice.firstFailedAt.getTime() }] : [],
  )
  const underway = invoices.filter(
    ({ status, firstFailedAt }) =>
      firstFailedAt === null && (status === 'open' || status === 'draft'),
  )
  const isCoveredNow = standing.some((invoice) => coversNow(invoice, now))
  const isGone = (list: InvoiceFact[]) =>
    !isCoveredNow && list.some((invoice) => coversNow(invoice, now))
  return {
    paidTo: latest(ends),
    underwayTo: latest(underway.map((invoice) => isNotBeyond(invoice.periodEnd))),
    failing: failed.sort((a, b) => a.at - b.at)[0]?.invoice ?? null,
    isTaken: isGone(paid.filter(isTaken)),
    isHeld: isGone(paid.filter(isHeld)),
  }
}

/** How long access lasts in each status that opens something; null: it opens nothing. */
function openUntil(
  fact: SubscriptionFact,
  money: Money,
  graceUntil: Date | null,
): { until: Date; afterwards: ClosedReason } | null {
  const end = endOf(fact)
  const capped = (time: Date, afterwards: ClosedReason) => {
    const isLast = end !== null && end.getTime() <= time.getTime()
    return isLast
      ? { until: end, afterwards: 'membership-ended' as const }
      : { until: time, afterwards }
  }
  const slack = (time: Date) => plus(time, renewalSlackHours * hourMs)
  if (fact.status === 'trialing' && fact.trialEnd) {
    return capped(fact.isPaused ? fact.trialEnd : slack(fact.trialEnd), 'membership-unpaid')
  }
  if (fact.status === 'active' && fact.isPaused) {
    return money.paidTo && capped(money.paidTo, 'membership-paused')
  }
  const reach = latest([
    ...(money.paidTo ? [fact.status === 'active' ? slack(money.paidTo) : money.paidTo] : []),
    ...(money.underwayTo ? [money.underwayTo] : []),
    ...(fact.status === 'past_due' && graceUntil ? [graceUntil] : []),
  ])
  return reach && capped(reach, 'membership-unpaid')
}

function accessOf(
  fact: SubscriptionFact,
  money: Money,
  graceUntil: Date | null,
): SubscriptionAccess {
  if (money.isTaken) return { state: 'closed', reason: 'order-refunded' }
  if (money.isHeld) return { state: 'held', reason: 'dispute-open' }
  switch (fact.status) {
    case 'trialing':
    case 'active':
    case 'past_due': {
      const open = openUntil(fact, money, graceUntil)
      return open ? { state: 'open', ...open } : { state: 'closed', reason: 'membership-unpaid' }
    }
    case 'unpaid':
      return { state: 'closed', reason: 'membership-unpaid' }
    case 'paused':
      return { state: 'closed', reason: 'membership-paused' }
    case 'canceled':
      return { state: 'closed', reason: 'membership-ended' }
    case 'incomplete':
    case 'incomplete_expired':
      return { state: 'none' }
    default:
      return { state: 'held', reason: 'membership-unknown' }
  }
}

const statusOf = (fact: SubscriptionFact): SubscriptionStatus => {
  switch (fact.status) {
    case 'trialing':
    case 'past_due':
    case 'unpaid':
    case 'paused':
      return fact.status
    case 'active':
      return fact.isPaused ? 'paused' : 'active'
    case 'canceled':
      return 'ended'
    case 'incomplete':
      return 'pending'
    case 'incomplete_expired':
      return 'expired'
    default:
      return 'held'
  }
}

function withoutSubscription(
  local: LocalSubscription,
  { session }: SubscriptionFacts,
  now: Date,
): DerivedSubscription {
  const isOver = session
    ? session.status === 'expired'
    : local.hasNoSession || now.getTime() > local.expiresAt.getTime()
  return {
    ...nothing,
    status: isOver ? 'expired' : 'pending',
    review: session === null && local.hasNoSession ? 'checkout_failed' : null,
  }
}

const nothing = {
  access: { state: 'none' },
  periodStart: null,
  periodEnd: null,
  trialEndsAt: null,
  cancelAt: null,
  pausedUntil: null,
  graceUntil: null,
  failing: null,
} as const

/**
 * The state of a subscription as a pure function of facts: the same facts give the same answer, however
 * and how often they arrived. Open is what a paid or tried period covers, with a short time until the
 * next one is known to be paid; a failed payment leaves it open for `graceDays` from the first failure of
 * the oldest invoice that is owed, which retries do not move; a cancellation ends it exactly when it was
 * said to end. A status that is not known here opens nothing and calls for a person.
 */
export function deriveSubscription(
  local: LocalSubscription,
  facts: SubscriptionFacts,
  now: Date,
): DerivedSubscription {
  const fact = facts.subscription
  if (!fact) return withoutSubscription(local, facts, now)
  const invoices = facts.invoices.filter((row) => row.stripeSubscriptionId === fact.id)
  const money = moneyOf(local, fact, invoices, now)
  const firstFailure = money.failing?.firstFailedAt ?? null
  const graceUntil = firstFailure
    ? latest([
        plus(firstFailure, graceDays * dayMs),
        ...(local.graceExtendedTo ? [local.graceExtendedTo] : []),
      ])
    : null
  const status = statusOf(fact)
  const isOver = status === 'ended' || status === 'expired'
  return {
    status: local.isDuplicate ? 'duplicate' : status,
    review: reviewOf(local, facts, status),
    access: local.isDuplicate
      ? { state: 'closed', reason: 'membership-duplicate' }
      : accessOf(fact, money, graceUntil),
    periodStart: fact.periodStart,
    periodEnd: fact.periodEnd,
    trialEndsAt: fact.trialEnd,
    cancelAt: isOver ? null : endOf(fact),
    pausedUntil: fact.isPaused && !isOver ? fact.resumesAt : null,
    graceUntil: isOver ? null : graceUntil,
    failing: isOver ? null : money.failing,
  }
}

function reviewOf(
  local: LocalSubscription,
  facts: SubscriptionFacts,
  status: SubscriptionStatus,
): SubscriptionReview | null {
  if (status === 'held') return 'unknown_status'
  const isTwice = facts.others.some(
    (other) => !['canceled', 'incomplete_expired'].includes(other.status),
  )
  return isTwice || (local.isDuplicate && status !== 'ended') ? 'second_subscription' : null
}
