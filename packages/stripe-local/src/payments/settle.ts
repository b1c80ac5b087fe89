import type Stripe from 'stripe'
import { invalidRequest } from '../http/api-error'
import { change } from '../resources/change'
import { outcomeOf } from '../resources/charges/create'
import type { Scope } from '../scope'
import { findBankAccount } from './bank-accounts'
import { failIntent } from './fail'
import type { Failure } from './failure'
import { succeedIntent } from './succeed'

const DEFAULT_FAILURE: Failure = {
  code: 'insufficient_funds',
  declineCode: null,
  message: 'The bank account does not hold enough money for this payment.',
}

/** A delayed payment ends: the charge succeeds or fails, and the session says so. */
export function settlePayment(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  outcome: 'succeeded' | 'failed',
): void {
  const charge = scope.tables.charges.get(String(intent.latest_charge))
  if (intent.status !== 'processing' || !charge) {
    throw invalidRequest(
      `Only a payment that is processing can be settled; ${intent.id} is ${intent.status}.`,
    )
  }
  const session = scope.tables.sessions.find((row) => row.payment_intent === intent.id)
  if (outcome === 'succeeded') {
    const { row } = change(scope.tables.charges, charge, {
      status: 'succeeded',
      paid: true,
      amount_captured: charge.amount,
    })
    succeedIntent(scope, intent, row)
    if (!session) return
    const paid = change(scope.tables.sessions, session, { payment_status: 'paid' })
    scope.emit('checkout.session.async_payment_succeeded', paid.row)
    return
  }
  const account = scope.tables.chargeOrigins.get(charge.id)?.bankAccount
  const failure = findBankAccount(account ?? '')?.failure ?? DEFAULT_FAILURE
  const { row } = change(scope.tables.charges, charge, {
    status: 'failed',
    captured: false,
    failure_code: failure.code,
    failure_message: failure.message,
    outcome: outcomeOf('failed', failure),
  })
  failIntent(scope, intent, failure, row)
  if (session) scope.emit('checkout.session.async_payment_failed', session)
}
