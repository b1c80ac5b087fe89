import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { periodOf } from './items'

/** An incomplete subscription has this long to be paid for the first time. */
const INCOMPLETE_SECONDS = 23 * 60 * 60
/** A trial's end is announced this long before. */
export const TRIAL_NOTICE_SECONDS = 3 * 24 * 60 * 60

/** Statuses from which a subscription never comes back. */
export const ENDED = ['canceled', 'incomplete_expired']

/** Statuses in which periods follow one another. */
export const RENEWING = ['active', 'past_due', 'unpaid']

/**
 * Plans the next thing that time brings to a subscription, in place of what was planned. It is
 * due by the clock that its customer lives by, whoever caused the change.
 */
export function planNext(given: Scope, subscription: SubscriptionRow): void {
  const scope = given.at(subscription.test_clock)
  const moments = momentsOf(scope, subscription)
  // The sort keeps the order of what falls on the same moment: an end comes first.
  const next = moments.toSorted((a, b) => a.at - b.at)[0]
  scope.plan('subscription_due', subscription.id, next?.at ?? null, next?.what)
}

function momentsOf(scope: Scope, row: SubscriptionRow): { at: number; what: string }[] {
  if (ENDED.includes(row.status)) return []
  if (row.status === 'incomplete') {
    return [{ at: row.created + INCOMPLETE_SECONDS, what: 'expire' }]
  }
  const moments: { at: number | null | undefined; what: string }[] = [
    { at: row.cancel_at, what: 'cancel' },
    { at: row.pause_collection?.resumes_at, what: 'resume_collection' },
  ]
  if (row.status === 'trialing' && row.trial_end !== null) {
    const notice = row.trial_end - TRIAL_NOTICE_SECONDS
    if (notice > scope.now) moments.push({ at: notice, what: 'trial_will_end' })
    moments.push({ at: row.trial_end, what: 'end_trial' })
  }
  if (RENEWING.includes(row.status)) moments.push({ at: periodOf(row).end, what: 'renew' })
  return moments.filter((moment): moment is { at: number; what: string } => moment.at != null)
}
