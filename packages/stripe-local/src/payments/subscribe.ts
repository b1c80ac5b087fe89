import type Stripe from 'stripe'
import { change } from '../resources/change'
import { createCharge } from '../resources/charges/create'
import { createCustomer, testClockOf } from '../resources/customers/create'
import { finalizeInvoice } from '../resources/invoices/finalize'
import { markPaid } from '../resources/invoices/mark-paid'
import { attachPaymentMethod } from '../resources/payment-methods/attach'
import { createPaymentMethod } from '../resources/payment-methods/create'
import { recordSetup } from '../resources/setup-intents/create'
import { billDraft } from '../resources/subscriptions/bill'
import { createSubscription } from '../resources/subscriptions/create'
import type { Scope } from '../scope'
import type { CheckoutRow, CheckoutSubscription, InvoiceRow } from '../state/rows'
import type { TestCard } from './cards'
import { completeSession } from './complete-session'
import { failIntent } from './fail'
import type { AttemptResult, OpenCheckout } from './open-checkout'
import type { Payer, PaymentDetails } from './payment-method'
import { succeedIntent } from './succeed'

const DAY_SECONDS = 24 * 60 * 60

/** Whether the page of an open checkout asks for a card. A trial may begin without one. */
export function needsCard(session: Stripe.Checkout.Session): boolean {
  return session.amount_total !== 0 || session.payment_method_collection === 'always'
}

/**
 * Pays the first invoice of a subscription by card; the subscription begins with the payment. A
 * declined card leaves a failed charge and the session open, as for a single order.
 */
export function subscribeAndPay(
  scope: Scope,
  { session, checkout }: OpenCheckout,
  intent: Stripe.PaymentIntent,
  method: PaymentDetails,
  card: TestCard,
  payer: Payer,
): AttemptResult {
  if (card.result.kind === 'declined') {
    const failure = card.result
    const charge = createCharge(scope, { intent, method, status: 'failed', failure })
    failIntent(scope, intent, failure, charge)
    return { kind: 'declined', failure }
  }
  const customer = customerOf(scope, session, payer)
  const { row: owned } = change(scope.tables.paymentIntents, intent, { customer })
  const draft = begin(scope, checkout, customer, saveCard(scope, method.id, card, payer, customer))
  const invoice = finalizeInvoice(scope, draft, { intent: owned })
  const charge = createCharge(scope, { intent: owned, method, status: 'succeeded', failure: null })
  succeedIntent(scope, owned, charge)
  finish(scope, session, payer, markPaid(scope, { ...invoice, attempt_count: 1 }), 'paid')
  return { kind: 'succeeded' }
}

/** Begins a trial: nothing is paid now. A card is saved when the page asked for one. */
export function subscribeOnTrial(
  scope: Scope,
  { session, checkout }: OpenCheckout,
  card: TestCard | null,
  payer: Payer,
): AttemptResult {
  if (card && !card.canBeSaved && card.result.kind === 'declined') {
    const failure = card.result
    const given = typeof session.customer === 'string' ? session.customer : null
    recordSetup(scope, { customer: given, method: null, failure })
    noteSetupError(scope, checkout, failure.message)
    return { kind: 'declined', failure }
  }
  const customer = customerOf(scope, session, payer)
  const method = card && saveCard(scope, undefined, card, payer, customer)
  if (method) recordSetup(scope, { customer, method, failure: null })
  const invoice = finalizeInvoice(scope, begin(scope, checkout, customer, method))
  finish(scope, session, payer, invoice, 'no_payment_required')
  return { kind: 'succeeded' }
}

/** The page says why the card could not be saved. */
export function noteSetupError(scope: Scope, checkout: CheckoutRow, message: string): void {
  if (!checkout.subscription) return
  const subscription = { ...checkout.subscription, setupError: message }
  scope.tables.checkouts.put({ ...checkout, challenge: null, subscription })
}

function customerOf(scope: Scope, session: Stripe.Checkout.Session, payer: Payer): string {
  if (typeof session.customer === 'string') return session.customer
  return createCustomer(scope, { email: payer.email, name: payer.name }).id
}

function saveCard(
  scope: Scope,
  id: string | undefined,
  card: TestCard,
  payer: Payer,
  customer: string,
): string {
  const given = { card, email: payer.email, name: payer.name || null }
  const method = createPaymentMethod(scope, id === undefined ? given : { ...given, id })
  return attachPaymentMethod(scope, method, customer).id
}

/** The subscription and the draft of its first invoice, by the time that the customer lives by. */
function begin(
  given: Scope,
  checkout: CheckoutRow,
  customer: string,
  method: string | null,
): InvoiceRow {
  const scope = given.at(testClockOf(given.tables.customers.get(customer)))
  const wanted = checkout.subscription
  const subscription = createSubscription(scope, {
    customer,
    items: checkout.lineItems.map(({ price, quantity }) => ({ price, quantity: quantity ?? 1 })),
    trialEnd: wanted && trialEndOf(scope, wanted),
    missingPaymentMethod: wanted?.missingPaymentMethod ?? 'create_invoice',
    defaultPaymentMethod: method,
    description: wanted?.description ?? null,
    metadata: wanted?.metadata ?? {},
  })
  return billDraft(scope, subscription, {
    reason: 'subscription_create',
    withItems: true,
    autoAdvance: true,
  })
}

function trialEndOf(scope: Scope, wanted: CheckoutSubscription): number | null {
  if (wanted.trialEnd !== null) return wanted.trialEnd
  return wanted.trialDays === null ? null : scope.now + wanted.trialDays * DAY_SECONDS
}

function finish(
  scope: Scope,
  session: Stripe.Checkout.Session,
  payer: Payer,
  invoice: InvoiceRow,
  paymentStatus: 'paid' | 'no_payment_required',
): void {
  const subscription = invoice.parent?.subscription_details?.subscription
  change(scope.tables.sessions, session, {
    customer: invoice.customer,
    invoice: invoice.id,
    subscription: typeof subscription === 'string' ? subscription : null,
  })
  completeSession(scope, session.id, payer, paymentStatus)
}
