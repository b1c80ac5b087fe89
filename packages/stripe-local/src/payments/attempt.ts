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
import type { AttemptResult, OpenCheckout } from './open-checkout'
import { bankPayment, cardPayment, type Payer } from './payment-method'
import { intentOf } from './session-intent'
import { noteSetupError, subscribeAndPay, subscribeOnTrial } from './subscribe'
import { succeedIntent } from './succeed'

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
  const isFree = session.amount_total === 0
  if (card.authentication && !authenticated) {
    const current = scope.tables.checkouts.put({
      ...checkout,
      challenge: { cardNumber: card.number, ...payer },
    })
    if (isFree) return { kind: 'requires_action' }
    return requireAction(scope, intentFor(scope, session, current), session)
  }
  const open = {
    session,
    checkout: scope.tables.checkouts.put({ ...checkout, challenge: null }),
  }
  if (isFree) return subscribeOnTrial(scope, open, card, payer)
  const intent = intentFor(scope, session, open.checkout)
  const method = cardPayment(card, payer, authenticated)
  if (session.mode === 'subscription') {
    return subscribeAndPay(scope, open, intent, method, card, payer)
  }
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
  const current = scope.tables.checkouts.put({ ...checkout, challenge: null })
  if (session.amount_total === 0) {
    noteSetupError(scope, current, NOT_AUTHENTICATED.message)
  } else {
    failIntent(scope, intentFor(scope, session, current), NOT_AUTHENTICATED, null)
  }
  return { kind: 'declined', failure: NOT_AUTHENTICATED }
}

/** Begins a trial for which the page asks for no card. */
export function startWithoutCard(scope: Scope, open: OpenCheckout, payer: Payer): AttemptResult {
  return subscribeOnTrial(scope, open, null, payer)
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

/**
 * The PaymentIntent of the session; made with the first attempt and kept for all others. In
 * subscription mode it belongs to the first invoice, and the session does not name it.
 */
function intentFor(
  scope: Scope,
  session: Stripe.Checkout.Session,
  checkout: CheckoutRow,
): Stripe.PaymentIntent {
  const existing = intentOf(scope, session, checkout)
  if (existing) return existing
  const { paymentIntentData: data, subscription } = checkout
  const intent = createIntent(scope, {
    amount: session.amount_total ?? 0,
    currency: session.currency ?? '',
    customer: typeof session.customer === 'string' ? session.customer : null,
    description: subscription ? 'Subscription creation' : data.description,
    metadata: data.metadata,
    methodTypes: session.payment_method_types,
    receiptEmail: data.receiptEmail,
    statementDescriptor: data.statementDescriptor,
    statementDescriptorSuffix: data.statementDescriptorSuffix,
    transferGroup: data.transferGroup,
  })
  if (subscription) {
    const named = { ...subscription, paymentIntent: intent.id }
    scope.tables.checkouts.put({ ...checkout, subscription: named })
  } else change(scope.tables.sessions, session, { payment_intent: intent.id })
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
