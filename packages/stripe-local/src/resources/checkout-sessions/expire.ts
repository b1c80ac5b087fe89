import type Stripe from 'stripe'
import { intentOf } from '../../payments/session-intent'
import type { Scope } from '../../scope'
import { change } from '../change'
import { cancelIntent } from '../payment-intents/cancel'

/**
 * Ends an open session; its unpaid PaymentIntent, if an attempt made one, is cancelled. A
 * session that is complete or expired is returned as it is, so paying and expiring exclude
 * each other whichever comes first.
 */
export function expireSession(scope: Scope, session: Stripe.Checkout.Session) {
  if (session.status !== 'open') return session
  const intent = intentOf(scope, session, scope.tables.checkouts.get(session.id))
  const { row } = change(scope.tables.sessions, session, { status: 'expired', url: null })
  scope.emit('checkout.session.expired', row)
  if (intent) cancelIntent(scope, intent, 'expired')
  return row
}
