import type Stripe from 'stripe'
import type { Scope } from '../scope'
import type { CheckoutRow } from '../state/rows'

/** The PaymentIntent that the attempts of a session share, once there was one. */
export function intentOf(
  scope: Pick<Scope, 'tables'>,
  session: Stripe.Checkout.Session,
  checkout: CheckoutRow | undefined,
): Stripe.PaymentIntent | undefined {
  const id = checkout?.subscription?.paymentIntent ?? session.payment_intent
  return scope.tables.paymentIntents.get(String(id))
}
