import type Stripe from 'stripe'
import type { Failure } from '../../payments/failure'
import type { PaymentDetails } from '../../payments/payment-method'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'

interface NewCharge {
  intent: Stripe.PaymentIntent
  method: PaymentDetails
  status: 'succeeded' | 'pending' | 'failed'
  failure: Failure | null
}

/**
 * Stores a charge of an attempt to pay. Its balance transaction comes later, as in the current
 * API. Charges of bank debits have ids that begin with `py_`.
 */
export function createCharge(scope: Scope, given: NewCharge): Stripe.Charge {
  const { intent, method, status, failure } = given
  const id = newId(method.type === 'card' ? 'ch' : 'py')
  const charge = {
    id,
    object: 'charge',
    amount: intent.amount,
    amount_captured: status === 'succeeded' ? intent.amount : 0,
    amount_refunded: 0,
    application: null,
    application_fee: null,
    application_fee_amount: null,
    balance_transaction: null,
    billing_details: {
      address: null,
      email: method.email,
      name: method.name,
      phone: null,
      tax_id: null,
    },
    calculated_statement_descriptor: intent.statement_descriptor ?? statementName(scope),
    captured: status !== 'failed',
    created: scope.now,
    currency: intent.currency,
    customer: intent.customer,
    description: intent.description,
    disputed: false,
    failure_balance_transaction: null,
    failure_code: failure?.code ?? null,
    failure_message: failure?.message ?? null,
    fraud_details: {},
    livemode: false,
    metadata: intent.metadata,
    on_behalf_of: null,
    outcome: outcomeOf(status, failure),
    paid: status === 'succeeded',
    payment_intent: intent.id,
    payment_method: method.id,
    payment_method_details: method.details,
    receipt_email: intent.receipt_email,
    receipt_number: null,
    receipt_url: null,
    refunded: false,
    review: null,
    shipping: null,
    source: null,
    source_transfer: null,
    statement_descriptor: intent.statement_descriptor,
    statement_descriptor_suffix: intent.statement_descriptor_suffix,
    status,
    transfer_data: null,
    transfer_group: intent.transfer_group,
  } satisfies Stripe.Charge
  scope.tables.charges.put(charge)
  scope.tables.chargeOrigins.put({
    id,
    cardNumber: method.cardNumber,
    bankAccount: method.bankAccount,
  })
  return charge
}

/** What the network said, in the shape of a charge's `outcome`. */
export function outcomeOf(
  status: NewCharge['status'],
  failure: Failure | null,
): Stripe.Charge.Outcome {
  return {
    advice_code: null,
    network_advice_code: null,
    network_decline_code: failure?.declineCode ?? null,
    network_status: status === 'failed' ? 'declined_by_network' : 'approved_by_network',
    reason: failure ? (failure.declineCode ?? failure.code) : null,
    risk_level: 'normal',
    risk_score: 20,
    seller_message: failure ? failure.message : 'Payment complete.',
    type: status === 'failed' ? 'issuer_declined' : 'authorized',
  }
}

function statementName(scope: Scope): string {
  return scope.config.merchantName
    .toUpperCase()
    .replace(/[<>\\'"*]/g, '')
    .slice(0, 22)
}
