import type Stripe from 'stripe'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { newMetadata } from '../metadata'
import { createLineItems } from './line-items'
import { type CreateParams, PAYMENT_METHOD_TYPES } from './schema'

const SHORTEST_SECONDS = 30 * 60
const LONGEST_SECONDS = 24 * 60 * 60

/**
 * Opens a session. The PaymentIntent comes into being with the first attempt to pay, as in
 * current API versions. Expires after 24 hours unless `expires_at` says 30 minutes or more.
 */
export function createSession(scope: Scope, params: CreateParams): Stripe.Checkout.Session {
  requireSupported(scope, params)
  const lineItems = createLineItems(scope, params.line_items)
  const total = lineItems.reduce((sum, line) => sum + line.amount_total, 0)
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
    customer_creation: params.customer ? null : (params.customer_creation ?? 'if_required'),
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
    mode: 'payment',
    origin_context: null,
    payment_intent: null,
    payment_link: null,
    payment_method_collection: 'if_required',
    payment_method_configuration_details: null,
    payment_method_options: {},
    payment_method_types: methodTypes(params),
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
  if (params.mode !== 'payment') {
    throw invalidRequest(
      `The local Stripe supports sessions with mode=payment only; mode=${params.mode} is not available.`,
      undefined,
      'mode',
    )
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

function methodTypes(params: CreateParams): string[] {
  const allowed: readonly string[] = params.allowed_payment_method_types ?? PAYMENT_METHOD_TYPES
  const excluded: readonly string[] = params.excluded_payment_method_types ?? []
  const offered = allowed.filter((type) => !excluded.includes(type))
  // Bank debits of this kind exist in US dollars only; elsewhere the card remains.
  const usable = offered.filter(
    (type) => type !== 'us_bank_account' || params.line_items[0]?.price_data.currency === 'usd',
  )
  if (usable.length === 0) {
    throw invalidRequest('No payment method is left for this session and its currency.')
  }
  return usable
}
