import { roundToCurrency } from '../../money/currencies'
import type { Scope } from '../../scope'
import type { SubscriptionItemRow, SubscriptionRow } from '../../state/rows'
import { addProration } from '../invoice-items/pending'
import { nameOf } from '../invoices/lines'

/** Day, month and year as they stand in descriptions, e.g. `23 Nov 2026`. */
function dayOf(unix: number): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(unix * 1000)
}

/** The part of an item's price for the time from `at` to the end of its period, by the second. */
export function remainingAmount(item: SubscriptionItemRow, at: number): number {
  const { current_period_start: start, current_period_end: end, price, quantity } = item
  const left = Math.min(1, Math.max(0, (end - at) / (end - start)))
  return roundToCurrency((price.unit_amount ?? 0) * quantity * left, price.currency)
}

/** Credits what was paid for the time that an item will not be used. Nothing is paid in a trial. */
export function creditUnused(
  scope: Scope,
  subscription: SubscriptionRow,
  item: SubscriptionItemRow,
  at: number,
): void {
  const amount = remainingAmount(item, at)
  if (amount === 0 || subscription.status === 'trialing') return
  addProration(scope, subscription, {
    item,
    amount: -amount,
    description: `Unused time on ${nameOf(scope, item.price)} after ${dayOf(at)}`,
    period: { start: at, end: item.current_period_end },
  })
}

/** Charges an item for what is left of its period. */
export function chargeRemaining(
  scope: Scope,
  subscription: SubscriptionRow,
  item: SubscriptionItemRow,
  at: number,
): void {
  const amount = remainingAmount(item, at)
  if (amount === 0 || subscription.status === 'trialing') return
  addProration(scope, subscription, {
    item,
    amount,
    description: `Remaining time on ${nameOf(scope, item.price)} after ${dayOf(at)}`,
    period: { start: at, end: item.current_period_end },
  })
}
