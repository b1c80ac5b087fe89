import { isLiveStatus, type SubscriptionStatus } from '../states'
import type { DerivedSubscription } from './derive-subscription'
import type { SubscriptionFacts } from './facts'

const dayMs = 86_400_000

/** How long before a trial ends, and before a year is charged again, a member is told. */
export const trialNoticeDays = 3
export const renewalNoticeDays = 14
/** Reminders of a payment that fails: this long after it failed first, and this long before access ends. */
export const secondReminderDays = 7
export const lastReminderDays = 3

export type PaymentStage = 'first' | 'second' | 'last' | 'closed'

/** A mail that is due. `cause` makes it happen once: the same cause is told once, whatever comes in between. */
export type Notice =
  | { kind: 'started'; cause: string }
  | { kind: 'trial-ending'; cause: string; at: Date }
  | { kind: 'renewal'; cause: string; at: Date }
  | {
      kind: 'payment-failed'
      cause: string
      stage: PaymentStage
      accessUntil: Date
      nextAttemptAt: Date | null
    }
  | { kind: 'recovered'; cause: string }
  | { kind: 'plan-changed'; cause: string; next: Date }
  | { kind: 'cancelled'; cause: string; at: Date }
  | { kind: 'ended'; cause: string }

/** How a membership stood before this synchronisation; `interval` is null before it was known to Stripe. */
export type Before = {
  status: SubscriptionStatus
  cancelAt: Date | null
  interval: string | null
}

/** Which reminder a payment that fails has come to. Pure. */
export function paymentStage(firstFailedAt: Date, graceUntil: Date, now: Date): PaymentStage {
  if (now.getTime() >= graceUntil.getTime()) return 'closed'
  if (now.getTime() >= graceUntil.getTime() - lastReminderDays * dayMs) return 'last'
  const isSecond = now.getTime() >= firstFailedAt.getTime() + secondReminderDays * dayMs
  return isSecond ? 'second' : 'first'
}

const isWithin = (time: Date, days: number, now: Date): boolean =>
  now.getTime() < time.getTime() && time.getTime() - now.getTime() <= days * dayMs

/**
 * The mails that a membership's state calls for now, each named by its cause. A state that was passed
 * over unseen is not told afterwards: only how it stands counts. Pure.
 */
export function noticesOf(
  before: Before,
  derived: DerivedSubscription,
  facts: SubscriptionFacts,
  now: Date,
): Notice[] {
  const { status, cancelAt, trialEndsAt, periodEnd, failing, graceUntil } = derived
  const notices: Notice[] = []
  if (status === 'duplicate') return notices
  const isGoingOn = cancelAt === null
  if (status === 'trialing' || status === 'active') notices.push({ kind: 'started', cause: 'once' })
  if (status === 'trialing' && isGoingOn && trialEndsAt) {
    if (isWithin(trialEndsAt, trialNoticeDays, now)) {
      notices.push({ kind: 'trial-ending', cause: trialEndsAt.toISOString(), at: trialEndsAt })
    }
  }
  const interval = facts.subscription?.interval ?? null
  const isYearly = interval === 'year'
  if (status === 'active' && isGoingOn && isYearly && periodEnd) {
    if (isWithin(periodEnd, renewalNoticeDays, now)) {
      notices.push({ kind: 'renewal', cause: periodEnd.toISOString(), at: periodEnd })
    }
  }
  const isOwed = status === 'past_due' || status === 'unpaid'
  if (isOwed && failing?.firstFailedAt && graceUntil) {
    const stage =
      status === 'unpaid' ? 'closed' : paymentStage(failing.firstFailedAt, graceUntil, now)
    notices.push({
      kind: 'payment-failed',
      cause: `${failing.id}:${stage}`,
      stage,
      accessUntil: graceUntil,
      nextAttemptAt: failing.nextAttemptAt,
    })
  }
  const wasOwed = before.status === 'past_due' || before.status === 'unpaid'
  if (wasOwed && status === 'active') {
    notices.push({ kind: 'recovered', cause: lastPaidAfterFailure(facts) })
  }
  const isPlanNew = before.interval !== null && interval !== null && interval !== before.interval
  if (isPlanNew && isLiveStatus(status) && periodEnd) {
    const cause = `${interval}:${derived.periodStart?.toISOString()}`
    notices.push({ kind: 'plan-changed', cause, next: periodEnd })
  }
  if (cancelAt && before.cancelAt === null && isLiveStatus(status)) {
    notices.push({ kind: 'cancelled', cause: cancelAt.toISOString(), at: cancelAt })
  }
  if (status === 'ended' && isLiveStatus(before.status)) {
    notices.push({ kind: 'ended', cause: 'once' })
  }
  return notices
}

/** The invoice that was paid after all: each is told once. */
function lastPaidAfterFailure({ invoices, subscription }: SubscriptionFacts): string {
  const recovered = invoices
    .filter(({ status, firstFailedAt }) => status === 'paid' && firstFailedAt !== null)
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
  return recovered[0]?.id ?? subscription?.id ?? 'once'
}
