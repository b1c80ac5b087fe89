import type Stripe from 'stripe'
import type { CheckoutRow } from '../state/rows'
import type { Failure } from './failure'

/** What came of one attempt to pay. */
export type AttemptResult =
  | { kind: 'succeeded' }
  | { kind: 'processing' }
  | { kind: 'requires_action' }
  | { kind: 'declined'; failure: Failure }

/** A checkout that can be paid: its public session and what belongs to it. */
export interface OpenCheckout {
  session: Stripe.Checkout.Session
  checkout: CheckoutRow
}
