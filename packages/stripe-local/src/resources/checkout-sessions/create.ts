import type Stripe from 'stripe'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { CheckoutSubscription } from '../../state/rows'
import { testClockOf } from '../customers/create'
import { newMetadata } from '../metadata'
import { createLineItems } from './line-items'
import { type CreateParams, PAYMENT_METHOD_TYPES } from './schema'

const DAY_SECONDS = 24 * 60 * 60
const SHORTEST_SECONDS = 30 * 60
const LONGEST_SECONDS = 24 * 60 * 60

/**
 * Opens a session. The PaymentIntent comes into being with the first attempt to pay, as in
 * current API versions. Expires after 24 hours unless `expires_at` says 30 minutes or more.
 */
export function createSession(scope: Scope, params: CreateParams): Stripe.Checkout.Session {
  requireSupported(scope, params)
  const isSubscription = params.mode === 'subscription'
  const lineItems = createLineItems(scope, params.line_items, params.mode)
  const subscription = isSubscription ? subscriptionOf(scope, params) : null
  const total =
    subscription !== null && startsWithTrial(subscription)
      ? 0
      : lineItems.reduce((sum, line) => sum + line.amount_total, 0)
  const id = newId('cs_test')
  const session = {
    id,
    object: 'checkout.session',
    adaptive_pricing: { enabled: false },
    after_expiration: null,
    allow_promotion_codes: params.allow_promotion_codes ?? null,
    allowed_payment_method_types: params.allowed_payment_method_types ?? null,
    amount_subtotal: total,
    amount_total: total,
    automatic_tax: { enabled: false, liability: null, provider: null, status: null },
    billing_address_collection: params.billing_address_collection ?? null,
    cancel_url: params.cancel_url ?? null,
    client_reference_id: params.client_reference_id ?? null,
    client_secret: null,
    collected_information: null,
    consent: null,
    consent_collection: null,
    created: scope.now,
    currency: lineItems[0]?.currency ?? null,
    currency_conversion: null,
    custom_fields: [],
    custom_text: {
      after_submit: null,
      shipping_address: null,
      submit: null,
      terms_of_service_acceptance: null,
    },
    customer: params.customer ?? null,
    customer_account: null,
    customer_creation: params.customer ? null : customerCreation(params),
    customer_details: null,
    customer_email: params.customer_email ?? null,
    discounts: [],
    excluded_payment_method_types: params.excluded_payment_method_types ?? [],
    expires_at: params.expires_at ?? scope.now + LONGEST_SECONDS,
    integration_identifier: null,
    invoice: null,
    invoice_creation: null,
    livemode: false,
    locale: (params.locale as Stripe.Checkout.Session.Locale | undefined) ?? null,
    managed_payments: null,
    metadata: newMetadata(params.metadata),
    mode: params.mode,
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection:
      params.payment_method_collection ?? (isSubscription ? 'always' : 'if_required'),
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodTypes(params, lineItems[0]?.currency ?? ''),
    payment_status: 'unpaid',
    permissions: null,
    phone_number_collection: { enabled: false },
    recovered_from: null,
    saved_payment_method_options: null,
    setup_intent: null,
    shipping_address_collection: null,
    shipping_cost: null,
    shipping_options: [],
    status: 'open',
    submit_type: params.submit_type ?? null,
    subscription: null,
    success_url: params.success_url,
    total_details: { amount_discount: 0, amount_shipping: 0, amount_tax: 0 },
    ui_mode: 'hosted_page',
    url: `${scope.config.publicUrl}/c/pay/${id}`,
    wallet_options: null,
  } satisfies Stripe.Checkout.Session
  const data = params.payment_intent_data
  scope.tables.sessions.put(session)
  scope.tables.checkouts.put({
    id,
    lineItems,
    subscription,
    paymentIntentData: {
      description: data?.description ?? null,
      metadata: newMetadata(data?.metadata),
      receiptEmail: data?.receipt_email ?? null,
      statementDescriptor: data?.statement_descriptor ?? null,
      statementDescriptorSuffix: data?.statement_descriptor_suffix ?? null,
      transferGroup: data?.transfer_group ?? null,
    },
    attempt: 0,
    typed: { email: '', name: '' },
    challenge: null,
  })
  scope.schedule('expire_session', id, session.expires_at - scope.now)
  return session
}

function requireSupported(scope: Scope, params: CreateParams): void {
  const misplaced = (['customer_creation', 'payment_intent_data', 'submit_type'] as const).find(
    (name) => params.mode === 'subscription' && params[name] !== undefined,
  )
  const unready = (['subscription_data', 'payment_method_collection'] as const).find(
    (name) => params.mode === 'payment' && params[name] !== undefined,
  )
  const wrong = misplaced ?? unready
  if (wrong) {
    throw invalidRequest(`${wrong} cannot be used with mode=${params.mode}.`, undefined, wrong)
  }
  if (params.customer !== undefined && params.customer_email !== undefined) {
    throw invalidRequest('Give either customer or customer_email, not both.', undefined, 'customer')
  }
  if (params.customer !== undefined && !scope.tables.customers.get(params.customer)) {
    throw resourceMissing('customer', params.customer, 'customer')
  }
  if (params.customer !== undefined && params.customer_creation !== undefined) {
    throw invalidRequest(
      'customer_creation cannot be combined with customer.',
      undefined,
      'customer_creation',
    )
  }
  if (params.expires_at !== undefined) {
    const seconds = params.expires_at - scope.now
    // One minute of grace: the caller's clock and the request's way here take time.
    if (seconds < SHORTEST_SECONDS - 60 || seconds > LONGEST_SECONDS + 60) {
      throw invalidRequest(
        'expires_at must lie between 30 minutes and 24 hours after the session is created.',
        undefined,
        'expires_at',
      )
    }
  }
}

function customerCreation(params: CreateParams): 'always' | 'if_required' {
  // A subscription always belongs to a customer.
  if (params.mode === 'subscription') return 'always'
  return params.customer_creation ?? 'if_required'
}

function subscriptionOf(scope: Scope, params: CreateParams): CheckoutSubscription {
  const data = params.subscription_data
  const { trial_end: trialEnd, trial_period_days: trialDays } = data ?? {}
  if (trialEnd !== undefined && trialDays !== undefined) {
    throw invalidRequest(
      'Give either trial_end or trial_period_days.',
      undefined,
      'subscription_data[trial_end]',
    )
  }
  const customer = scope.tables.customers.get(params.customer ?? '')
  const { now } = scope.at(testClockOf(customer))
  // Checkout wants at least two days, so that the trial has not ended when the page is sent.
  if (trialEnd !== undefined && trialEnd < now + 2 * DAY_SECONDS) {
    throw invalidRequest(
      'trial_end must be at least two days in the future.',
      undefined,
      'subscription_data[trial_end]',
    )
  }
  return {
    description: data?.description ?? null,
    metadata: newMetadata(data?.metadata),
    trialDays: trialDays ?? null,
    trialEnd: trialEnd ?? null,
    missingPaymentMethod:
      data?.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    paymentIntent: null,
    setupError: null,
  }
}

/** Whether nothing is due when the page is completed. */
export function startsWithTrial(subscription: CheckoutSubscription): boolean {
  return subscription.trialDays !== null || subscription.trialEnd !== null
}

function methodTypes(params: CreateParams, currency: string): string[] {
  const allowed: readonly string[] = params.allowed_payment_method_types ?? PAYMENT_METHOD_TYPES
  const excluded: readonly string[] = params.excluded_payment_method_types ?? []
  const offered = allowed.filter((type) => !excluded.includes(type))
  // Bank debits of this kind exist in US dollars only; elsewhere the card remains. Subscriptions
  // are paid by card here.
  const usable = offered.filter(
    (type) => type !== 'us_bank_account' || (currency === 'usd' && params.mode !== 'subscription'),
  )
  if (usable.length === 0) {
    throw invalidRequest('No payment method is left for this session and its currency.')
  }
  return usable
}
