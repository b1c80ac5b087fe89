import type Stripe from 'stripe'
import type { TestCard } from '../../payments/cards'
import type { Scope } from '../../scope'
import { attachPaymentMethod } from '../payment-methods/attach'
import { createPaymentMethod } from '../payment-methods/create'
import { recordSetup } from '../setup-intents/create'
import { alterSubscription } from '../subscriptions/alter'
import { ENDED } from '../subscriptions/plan-next'
import { testClockOf } from './create'
import { setDefaultMethod } from './default-method'

/** Saves another card for a customer and lets it pay all that the customer subscribes to. */
export function replaceCard(
  given: Scope,
  customer: Stripe.Customer,
  card: TestCard,
): Stripe.PaymentMethod {
  const scope = given.at(testClockOf(customer))
  const { email, name } = customer
  const created = createPaymentMethod(scope, { card, email, name: name ?? null })
  const method = attachPaymentMethod(scope, created, customer.id)
  recordSetup(scope, { customer: customer.id, method: method.id, failure: null })
  const { row, previous } = setDefaultMethod(scope, customer, method.id)
  scope.emit('customer.updated', row, previous)
  for (const subscription of scope.tables.subscriptions.filter(
    (row) => row.customer === customer.id && !ENDED.includes(row.status),
  )) {
    alterSubscription(scope, subscription.id, { default_payment_method: method.id })
  }
  return method
}
