import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import { requirePaymentMethod } from '../payment-methods/create'

const PARAM = 'invoice_settings[default_payment_method]'

/** The change that makes a saved payment method pay the customer's invoices from now on. */
export function withDefaultMethod(scope: Scope, customer: Stripe.Customer, id: string) {
  const method = requirePaymentMethod(scope, id, PARAM)
  if (method.customer !== customer.id) {
    throw invalidRequest('Attach the payment method to this customer first.', undefined, PARAM)
  }
  return { invoice_settings: { ...customer.invoice_settings, default_payment_method: id } }
}

/** Makes a saved payment method pay the customer's invoices from now on. */
export function setDefaultMethod(scope: Scope, customer: Stripe.Customer, id: string) {
  return change(scope.tables.customers, customer, withDefaultMethod(scope, customer, id))
}
