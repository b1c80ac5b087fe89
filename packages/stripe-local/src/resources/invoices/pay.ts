import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import { findCard, type TestCard } from '../../payments/cards'
import { failIntent } from '../../payments/fail'
import type { Failure } from '../../payments/failure'
import { cardPayment } from '../../payments/payment-method'
import { succeedIntent } from '../../payments/succeed'
import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { change } from '../change'
import { createCharge } from '../charges/create'
import { paymentsOf } from '../invoice-payments/create'
import { followFailedInvoice } from '../subscriptions/follow-invoice'
import { alterInvoice, requireInvoice, subscriptionOf } from './alter'
import { markPaid } from './mark-paid'
import { takeDecline } from './take-decline'

const DAY_SECONDS = 24 * 60 * 60

export interface PayOptions {
  /** A saved payment method; otherwise that of the subscription, or else the customer's. */
  method?: string | undefined
  /** The customer is there and has passed, or will pass, 3-D Secure. */
  onSession?: boolean | undefined
}

export interface PayResult {
  invoice: InvoiceRow
  failure: Failure | null
}

const NO_METHOD: Failure = {
  code: 'missing',
  declineCode: null,
  message: 'There is no payment method to pay this invoice with.',
}

const NEEDS_CUSTOMER: Failure = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'The card asks for 3-D Secure, which needs the customer.',
}

/** Tries to pay an open invoice once. A failure plans the next attempt and is followed by the subscription. */
export function payInvoice(scope: Scope, invoice: InvoiceRow, options: PayOptions = {}): PayResult {
  const payment = paymentsOf(scope, invoice.id).find(({ status }) => status === 'open')
  const intent = scope.tables.paymentIntents.get(String(payment?.payment.payment_intent))
  if (!['open', 'uncollectible'].includes(String(invoice.status)) || !intent) {
    throw invalidRequest(`This invoice is ${invoice.status}; only an open one can be paid.`)
  }
  const method = options.method ?? methodFor(scope, invoice)
  const origin = scope.tables.paymentMethodOrigins.get(method ?? '')
  const card = findCard(origin?.cardNumber ?? '')
  if (!method || !card) return fail(scope, invoice, intent, NO_METHOD, null)
  const failure = takeDecline(scope, invoice.customer) ?? failureOf(card, options)
  const charge = chargeFor(scope, { intent, invoice, method, card, failure, options })
  if (failure) return fail(scope, invoice, intent, failure, charge)
  if (charge) succeedIntent(scope, intent, charge)
  const counted = alterInvoice(scope, invoice.id, { attempt_count: invoice.attempt_count + 1 })
  return { invoice: markPaid(scope, counted), failure: null }
}

function methodFor(scope: Scope, invoice: InvoiceRow): string | null {
  const customer = scope.tables.customers.get(invoice.customer)
  const standard = customer?.invoice_settings.default_payment_method ?? null
  const own = subscriptionOf(scope, invoice)?.default_payment_method
  return own ?? (standard === null ? null : String(standard))
}

function failureOf(card: TestCard, { onSession = false }: PayOptions): Failure | null {
  if (card.alwaysAuthentication && !onSession) return NEEDS_CUSTOMER
  return card.result.kind === 'declined' ? card.result : null
}

interface Attempt {
  intent: Stripe.PaymentIntent
  invoice: InvoiceRow
  method: string
  card: TestCard
  failure: Failure | null
  options: PayOptions
}

function chargeFor(scope: Scope, given: Attempt): Stripe.Charge | null {
  const { intent, invoice, method, card, failure, options } = given
  if (failure === NEEDS_CUSTOMER) return null
  const payer = { email: invoice.customer_email ?? '', name: invoice.customer_name ?? '' }
  const authenticated = card.authentication && options.onSession === true
  const details = cardPayment(card, payer, authenticated, method)
  const status = failure ? 'failed' : 'succeeded'
  return createCharge(scope, { intent, method: details, status, failure })
}

function fail(
  scope: Scope,
  invoice: InvoiceRow,
  intent: Stripe.PaymentIntent,
  failure: Failure,
  charge: Stripe.Charge | null,
): PayResult {
  const failed = failIntent(scope, intent, failure, charge)
  if (failure === NEEDS_CUSTOMER) {
    change(scope.tables.paymentIntents, failed, { status: 'requires_action' })
  }
  const days = nextWait(scope, invoice)
  const next = days === undefined ? null : scope.now + days * DAY_SECONDS
  const row = alterInvoice(scope, invoice.id, {
    attempt_count: invoice.attempt_count + 1,
    attempted: true,
    next_payment_attempt: next,
  })
  scope.plan('invoice_due', row.id, next)
  if (failure === NEEDS_CUSTOMER) scope.emit('invoice.payment_action_required', row)
  scope.emit('invoice.payment_failed', row)
  followFailedInvoice(scope, row)
  return { invoice: requireInvoice(scope, row.id), failure }
}

/** Days until the next attempt. A first invoice is never retried by itself. */
function nextWait(scope: Scope, invoice: InvoiceRow): number | undefined {
  const retries = invoice.billing_reason !== 'subscription_create' && invoice.auto_advance !== false
  return retries ? scope.dunning.retryDays[invoice.attempt_count] : undefined
}
