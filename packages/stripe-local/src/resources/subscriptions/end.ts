import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { change } from '../change'
import { stopCollection } from '../invoices/stop-collection'
import { requireSubscription } from './alter'
import { planNext } from './plan-next'

interface Ending {
  reason: 'cancellation_requested' | 'payment_failed'
  comment?: string | null | undefined
  feedback?: string | null | undefined
}

/**
 * Ends a subscription for good and announces it as deleted. What is still owed is no longer
 * collected by itself. Cancelled before for later, it keeps the time of that request.
 */
export function endSubscription(scope: Scope, id: string, ending: Ending): SubscriptionRow {
  const before = requireSubscription(scope, id)
  const details = before.cancellation_details
  const { row } = change(scope.tables.subscriptions, before, {
    canceled_at: before.canceled_at ?? scope.now,
    cancellation_details: {
      comment: (ending.comment ?? details?.comment) || null,
      feedback: (ending.feedback ?? details?.feedback) || null,
      feedback_option: null,
      reason: ending.reason,
    },
    ended_at: scope.now,
    status: 'canceled',
  })
  for (const invoice of scope.tables.invoices.filter(
    ({ parent, status }) =>
      parent?.subscription_details?.subscription === id &&
      (status === 'draft' || status === 'open'),
  )) {
    stopCollection(scope, invoice)
  }
  scope.emit('customer.subscription.deleted', row)
  planNext(scope, row)
  return row
}
