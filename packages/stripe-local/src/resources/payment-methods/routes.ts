import { z } from 'zod'
import { invalidRequest } from '../../http/api-error'
import { findCard } from '../../payments/cards'
import type { Scope } from '../../scope'
import { requireCustomer } from '../customers/create'
import type { Expansions } from '../expand'
import { listPage } from '../list'
import { defineRoute, idOf } from '../route'
import { pagination, text } from '../schema'
import { attachPaymentMethod, detachPaymentMethod } from './attach'
import { createPaymentMethod, requirePaymentMethod } from './create'

const PATH = '/v1/payment_methods'

/** Test cards by the ids that docs.stripe.com/testing gives them; each use makes a new one. */
const TEST_METHODS: Record<string, string> = {
  pm_card_visa: '4242424242424242',
  pm_card_mastercard: '5555555555554444',
  pm_card_chargeCustomerFail: '4000000000000341',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_authenticationRequired: '4000002760003184',
}

export const paymentMethodExpansions: Expansions = {
  customer: (scope, method) => scope.tables.customers.get(String(method.customer)) ?? null,
}

/** The named payment method; a test id makes a new one. Cards that cannot be saved are refused. */
function methodToAttach(scope: Scope, id: string) {
  const number = TEST_METHODS[id]
  const card = number === undefined ? undefined : findCard(number)
  if (!card) return requirePaymentMethod(scope, id)
  if (!card.canBeSaved) throw invalidRequest('Your card was declined.', 'card_declined')
  return createPaymentMethod(scope, { card, email: null, name: null })
}

/** Saved cards. They come from a checkout, the portal or, in tests, from Stripe's test ids. */
export const paymentMethodRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      customer: text().optional(),
      type: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.paymentMethods.filter(
          (row) =>
            row.customer !== null &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.type === undefined || row.type === params.type),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/customers/:id/payment_methods',
    params: z.strictObject({ ...pagination, type: text().optional() }),
    run(scope, params, ids) {
      const customer = requireCustomer(scope, idOf(ids))
      return listPage(
        `/v1/customers/${customer.id}/payment_methods`,
        scope.tables.paymentMethods.filter(
          (row) =>
            row.customer === customer.id && (params.type === undefined || row.type === params.type),
        ),
        params,
      )
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requirePaymentMethod(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/attach`,
    params: z.strictObject({ customer: text() }),
    run(scope, params, ids) {
      const { id } = requireCustomer(scope, params.customer, 'customer')
      return attachPaymentMethod(scope, methodToAttach(scope, idOf(ids)), id)
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/detach`,
    params: z.strictObject({}),
    run: (scope, _params, ids) =>
      detachPaymentMethod(scope, requirePaymentMethod(scope, idOf(ids))),
  }),
]
