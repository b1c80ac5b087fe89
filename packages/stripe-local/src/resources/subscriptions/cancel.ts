import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { pendingItems } from '../invoice-items/pending'
import { alterSubscription, requireSubscription } from './alter'
import { billNow } from './bill'
import { endSubscription } from './end'
import { ENDED } from './plan-next'
import { creditUnused } from './prorate'
import type { CancelParams } from './schema'

/**
 * Ends a subscription now. `prorate` credits the time not used; `invoice_now` puts that and
 * whatever else waits on a last invoice. With neither, what waits to be invoiced is dropped.
 */
export function cancelSubscription(
  scope: Scope,
  row: SubscriptionRow,
  params: CancelParams,
): SubscriptionRow {
  if (ENDED.includes(row.status)) {
    throw invalidRequest(`This subscription is ${row.status}; it cannot be cancelled.`)
  }
  const wasPaid = row.status === 'active'
  if (params.prorate && wasPaid) {
    for (const item of row.items.data) creditUnused(scope, row, item, scope.now)
  }
  const waiting = pendingItems(scope, row.id)
  if (params.invoice_now && waiting.length > 0) {
    billNow(scope, row, { reason: 'subscription_update', withItems: false })
  } else if (!params.prorate) {
    for (const item of waiting) scope.tables.invoiceItems.remove(item.id)
  }
  const current = requireSubscription(scope, row.id)
  if (ENDED.includes(current.status)) return current
  return endSubscription(scope, row.id, {
    reason: 'cancellation_requested',
    comment: params.cancellation_details?.comment,
    feedback: params.cancellation_details?.feedback,
  })
}

/** The end that was asked for is called off. */
export function keepSubscription(scope: Scope, row: SubscriptionRow): SubscriptionRow {
  return alterSubscription(scope, row.id, {
    cancel_at: null,
    cancel_at_period_end: false,
    canceled_at: null,
    cancellation_details: { comment: null, feedback: null, feedback_option: null, reason: null },
  })
}
