import type Stripe from 'stripe'
import { resourceMissing } from '../../http/api-error'
import type { TestCard } from '../../payments/cards'
import { EXPIRY_MONTH, EXPIRY_YEAR } from '../../payments/payment-method'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'

interface NewPaymentMethod {
  /** The id that an attempt to pay already gave it. */
  id?: string
  card: TestCard
  email: string | null
  name: string | null
}

/** The payment method, or the refusal of the parameter that names it. */
export function requirePaymentMethod(scope: Scope, id: string, param = 'id'): Stripe.PaymentMethod {
  const method = scope.tables.paymentMethods.get(id)
  if (!method) throw resourceMissing('PaymentMethod', id, param)
  return method
}

/** Stores a card that belongs to nobody yet. */
export function createPaymentMethod(scope: Scope, given: NewPaymentMethod): Stripe.PaymentMethod {
  const { card } = given
  const last4 = card.number.slice(-4)
  const method = {
    id: given.id ?? newId('pm'),
    object: 'payment_method',
    allow_redisplay: 'limited',
    billing_details: {
      address: null,
      email: given.email,
      name: given.name,
      phone: null,
      tax_id: null,
    },
    card: {
      brand: card.brand,
      checks: {
        address_line1_check: null,
        address_postal_code_check: null,
        cvc_check: 'pass',
      },
      country: 'US',
      display_brand: card.brand,
      exp_month: EXPIRY_MONTH,
      exp_year: EXPIRY_YEAR,
      fingerprint: `local${last4}`,
      funding: 'credit',
      generated_from: null,
      last4,
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: scope.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: 'card',
  } satisfies Stripe.PaymentMethod
  scope.tables.paymentMethods.put(method)
  scope.tables.paymentMethodOrigins.put({ id: method.id, cardNumber: card.number })
  return method
}
