import type Stripe from 'stripe'
import { change } from '../resources/change'
import type { Scope } from '../scope'
import type { Failure } from './failure'

/** An attempt failed: the PaymentIntent waits for another payment method. */
export function failIntent(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  failure: Failure,
  charge: Stripe.Charge | null,
): Stripe.PaymentIntent {
  if (charge) scope.emit('charge.failed', charge)
  const { row } = change(scope.tables.paymentIntents, intent, {
    status: 'requires_payment_method',
    last_payment_error: {
      ...(charge ? { charge: charge.id } : {}),
      code: failure.code,
      ...(failure.declineCode ? { decline_code: failure.declineCode } : {}),
      message: failure.message,
      type: failure.code.startsWith('payment_intent_') ? 'invalid_request_error' : 'card_error',
    },
    latest_charge: charge?.id ?? intent.latest_charge,
    next_action: null,
    payment_method: null,
    processing: null,
  })
  scope.emit('payment_intent.payment_failed', row)
  return row
}
