import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'

/** Saves a payment method for a customer. One that is saved for this customer stays as it is. */
export function attachPaymentMethod(
  scope: Scope,
  method: Stripe.PaymentMethod,
  customer: string,
): Stripe.PaymentMethod {
  if (method.customer === customer) return method
  if (method.customer !== null) {
    throw invalidRequest('The payment method is already attached to another customer.')
  }
  const { row } = change(scope.tables.paymentMethods, method, { customer })
  scope.emit('payment_method.attached', row)
  return row
}

/** Takes a payment method from its customer; nothing is charged to it any more. */
export function detachPaymentMethod(
  scope: Scope,
  method: Stripe.PaymentMethod,
): Stripe.PaymentMethod {
  const { customers, paymentMethods, subscriptions } = scope.tables
  const customer = customers.get(String(method.customer))
  if (!customer) throw invalidRequest('The payment method is not attached to a customer.')
  const { row, previous } = change(paymentMethods, method, { customer: null })
  if (customer.invoice_settings.default_payment_method === method.id) {
    change(customers, customer, {
      invoice_settings: { ...customer.invoice_settings, default_payment_method: null },
    })
  }
  for (const subscription of subscriptions.filter(
    ({ default_payment_method }) => default_payment_method === method.id,
  )) {
    change(subscriptions, subscription, { default_payment_method: null })
  }
  scope.emit('payment_method.detached', row, previous)
  return row
}
