import type Stripe from 'stripe'
import { change } from '../resources/change'
import { createCharge } from '../resources/charges/create'
import { createIntent } from '../resources/payment-intents/create'
import type { Scope } from '../scope'
import type { CheckoutRow } from '../state/rows'
import type { BankAccount } from './bank-accounts'
import type { TestCard } from './cards'
import { completeSession } from './complete-session'
import { failIntent } from './fail'
import type { Failure } from './failure'
import { bankPayment, cardPayment, type Payer } from './payment-method'
import { succeedIntent } from './succeed'

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

const NOT_AUTHENTICATED: Failure = {
  code: 'payment_intent_authentication_failure',
  declineCode: null,
  message: 'The card could not be authenticated. Use another card or try again.',
}

/**
 * Pays an open checkout with a card. A card that asks for 3-D Secure waits for the challenge
 * first, unless `authenticated` says that it is passed. The caller makes sure that the session
 * is open; within one transaction nothing can come between.
 */
export function payByCard(
  scope: Scope,
  { session, checkout }: OpenCheckout,
  card: TestCard,
  payer: Payer,
  authenticated: boolean,
): AttemptResult {
  const intent = intentFor(scope, session, checkout)
  if (card.authentication && !authenticated) {
    scope.tables.checkouts.put({ ...checkout, challenge: { cardNumber: card.number, ...payer } })
    return requireAction(scope, intent, session)
  }
  scope.tables.checkouts.put({ ...checkout, challenge: null })
  const method = cardPayment(card, payer, authenticated)
  if (card.result.kind === 'declined') {
    const failure = card.result
    const charge = createCharge(scope, { intent, method, status: 'failed', failure })
    failIntent(scope, intent, failure, charge)
    return { kind: 'declined', failure }
  }
  const charge = createCharge(scope, { intent, method, status: 'succeeded', failure: null })
  succeedIntent(scope, intent, charge)
  completeSession(scope, session.id, payer, 'paid')
  return { kind: 'succeeded' }
}

/** The person failed or left the 3-D Secure challenge: no charge is made. */
export function failChallenge(scope: Scope, { session, checkout }: OpenCheckout): AttemptResult {
  scope.tables.checkouts.put({ ...checkout, challenge: null })
  failIntent(scope, intentFor(scope, session, checkout), NOT_AUTHENTICATED, null)
  return { kind: 'declined', failure: NOT_AUTHENTICATED }
}

/** Starts a bank debit: the session is complete, the money comes or fails later. */
export function payByBank(
  scope: Scope,
  { session, checkout }: OpenCheckout,
  account: BankAccount,
  payer: Payer,
): AttemptResult {
  const intent = intentFor(scope, session, checkout)
  const method = bankPayment(account, payer)
  const charge = createCharge(scope, { intent, method, status: 'pending', failure: null })
  const { row } = change(scope.tables.paymentIntents, intent, {
    status: 'processing',
    last_payment_error: null,
    latest_charge: charge.id,
    next_action: null,
    payment_method: charge.payment_method,
  })
  scope.emit('charge.pending', charge)
  scope.emit('payment_intent.processing', row)
  completeSession(scope, session.id, payer, 'unpaid')
  if (scope.config.settleAfterSeconds !== null) {
    const outcome = account.failure ? 'failed' : 'succeeded'
    scope.schedule('settle_payment', intent.id, scope.config.settleAfterSeconds, outcome)
  }
  return { kind: 'processing' }
}

/** The PaymentIntent of the session; made with the first attempt and kept for all others. */
function intentFor(
  scope: Scope,
  session: Stripe.Checkout.Session,
  checkout: CheckoutRow,
): Stripe.PaymentIntent {
  const existing = scope.tables.paymentIntents.get(String(session.payment_intent))
  if (existing) return existing
  const { paymentIntentData: data } = checkout
  const intent = createIntent(scope, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    customer: typeof session.customer === 'string' ? session.customer : null,
    description: data.description,
    metadata: data.metadata,
    methodTypes: session.payment_method_types,
    receiptEmail: data.receiptEmail,
    statementDescriptor: data.statementDescriptor,
    statementDescriptorSuffix: data.statementDescriptorSuffix,
    transferGroup: data.transferGroup,
  })
  change(scope.tables.sessions, session, { payment_intent: intent.id })
  return intent
}

function requireAction(
  scope: Scope,
  intent: Stripe.PaymentIntent,
  session: Stripe.Checkout.Session,
): AttemptResult {
  const url = `${scope.config.publicUrl}/c/pay/${session.id}/authenticate`
  const { row } = change(scope.tables.paymentIntents, intent, {
    status: 'requires_action',
    last_payment_error: null,
    next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: session.url } },
  })
  scope.emit('payment_intent.requires_action', row)
  return { kind: 'requires_action' }
}
