import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { alterSubscription, requireSubscription } from './alter'
import { billNow } from './bill'
import { intervalOf, itemsInPeriod } from './items'
import { addIntervals } from './periods'

/** A subscription that waits after its trial begins a paid period now; it is active once that is paid. */
export function resumeSubscription(scope: Scope, row: SubscriptionRow): SubscriptionRow {
  if (row.status !== 'paused') {
    throw invalidRequest(`Only a paused subscription can be resumed; this one is ${row.status}.`)
  }
  const period = { start: scope.now, end: addIntervals(scope.now, intervalOf(row), 1) }
  const begun = alterSubscription(scope, row.id, {
    billing_cycle_anchor: scope.now,
    items: itemsInPeriod(row, period),
  })
  billNow(scope, begun, { reason: 'subscription_update', withItems: true })
  return requireSubscription(scope, row.id)
}
