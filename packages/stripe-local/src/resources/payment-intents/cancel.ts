import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { change } from '../change'

/** Statuses from which a PaymentIntent can still be cancelled. */
export const CANCELLABLE = ['requires_payment_method', 'requires_confirmation', 'requires_action']

/** Cancels a PaymentIntent that has not been paid; any other is returned as it is. */
export function cancelIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  reason: Stripe.PaymentIntent.CancellationReason | null,
): Stripe.PaymentIntent {
  if (!CANCELLABLE.includes(intent.status)) return intent
  const { row } = change(scope.tables.paymentIntents, intent, {
    status: 'canceled',
    canceled_at: scope.now,
    cancellation_reason: reason,
    next_action: null,
  })
  scope.emit('payment_intent.canceled', row)
  return row
}
