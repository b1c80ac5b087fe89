import { change } from '../resources/change'
import { createCustomer } from '../resources/customers/create'
import type { Scope } from '../scope'
import type { Payer } from './payment-method'

/** The person is through the checkout: the session is complete: paid, still unpaid, or with nothing to pay. */
export function completeSession(
  scope: Scope,
  sessionId: string,
  payer: Payer,
  paymentStatus: 'paid' | 'unpaid' | 'no_payment_required',
): void {
  const session = scope.tables.sessions.get(sessionId)
  if (!session) return
  const customer =
    session.customer_creation === 'always' && session.customer === null
      ? createCustomer(scope, { email: payer.email, name: payer.name }).id
      : session.customer
  const { row } = change(scope.tables.sessions, session, {
    customer,
    customer_details: {
      address: null,
      business_name: null,
      email: payer.email,
      individual_name: null,
      name: payer.name || null,
      phone: null,
      tax_exempt: 'none',
      tax_ids: [],
    },
    payment_status: paymentStatus,
    status: 'complete',
    url: null,
  })
  attachCustomer(scope, row.payment_intent, customer)
  scope.emit('checkout.session.completed', row)
}

/** A customer that the checkout created also belongs on the payment and its charge. */
function attachCustomer(scope: Scope, intentId: unknown, customer: unknown): void {
  const { paymentIntents, charges } = scope.tables
  const intent = paymentIntents.get(String(intentId))
  if (!intent || typeof customer !== 'string' || intent.customer === customer) return
  change(paymentIntents, intent, { customer })
  const charge = charges.get(String(intent.latest_charge))
  if (charge) change(charges, charge, { customer })
}
