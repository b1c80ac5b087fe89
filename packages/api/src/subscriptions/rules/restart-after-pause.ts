import type { SubscriptionStatus } from '../states'
import { endOf } from './derive-subscription'
import type { SubscriptionFacts } from './facts'

/**
 * Whether a pause has ended in the middle of a period that was not charged because of it: a year's invoice falls into
 * the pause and is voided, and without another one nothing would be open, nor charged, for eleven months. Only
 * what was paused before counts: an invoice that staff voided is a present. Pure.
 */
export function needsRestart(
  before: SubscriptionStatus,
  { subscription, invoices }: Pick<SubscriptionFacts, 'subscription' | 'invoices'>,
  now: Date,
): boolean {
  if (before !== 'paused' || subscription === null) return false
  if (subscription.status !== 'active' || subscription.isPaused) return false
  if (endOf(subscription) !== null) return false
  const current = invoices.filter(
    ({ periodStart, periodEnd }) =>
      periodStart.getTime() <= now.getTime() && now.getTime() < periodEnd.getTime(),
  )
  return current.length > 0 && current.every(({ status }) => status === 'void')
}
