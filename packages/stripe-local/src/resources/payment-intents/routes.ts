import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import { amountProblem, exponentOf, MAXIMUM_AMOUNT, minimumOf } from '../../money/currencies'
import type { Scope } from '../../scope'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { newMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { created, currency, email, integer, metadata, pagination, text } from '../schema'
import { CANCELLABLE, cancelIntent } from './cancel'
import { createIntent } from './create'

const PATH = '/v1/payment_intents'

function requireIntent(scope: Scope, id: string) {
  const intent = scope.tables.paymentIntents.get(id)
  if (!intent) throw resourceMissing('payment_intent', id)
  return intent
}

export const paymentIntentExpansions: Expansions = {
  customer: (scope, intent) => scope.tables.customers.get(String(intent.customer)) ?? null,
  payment_method: (scope, intent) =>
    scope.tables.paymentMethods.get(String(intent.payment_method)) ?? null,
  latest_charge: (scope, intent) => scope.tables.charges.get(String(intent.latest_charge)) ?? null,
}

const createParams = z.strictObject({
  amount: integer,
  currency,
  customer: text().optional(),
  description: text(1000).optional(),
  metadata: metadata.optional(),
  receipt_email: email.optional(),
})

export const paymentIntentRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: createParams,
    run(scope, params) {
      requireAmount(params.amount, params.currency)
      if (params.customer !== undefined && !scope.tables.customers.get(params.customer)) {
        throw resourceMissing('customer', params.customer, 'customer')
      }
      return createIntent(scope, {
        amount: params.amount,
        currency: params.currency,
        customer: params.customer ?? null,
        description: params.description ?? null,
        metadata: newMetadata(params.metadata),
        methodTypes: ['card'],
        receiptEmail: params.receipt_email ?? null,
        statementDescriptor: null,
        statementDescriptorSuffix: null,
        transferGroup: null,
      })
    },
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      customer: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.paymentIntents.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.customer === undefined || row.customer === params.customer),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireIntent(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    params: z.strictObject({
      cancellation_reason: z
        .enum(['abandoned', 'duplicate', 'fraudulent', 'requested_by_customer'])
        .optional(),
    }),
    run(scope, params, ids) {
      const intent = requireIntent(scope, idOf(ids))
      if (!CANCELLABLE.includes(intent.status)) {
        throw invalidRequest(
          `A PaymentIntent with the status ${intent.status} cannot be cancelled.`,
          'payment_intent_unexpected_state',
        )
      }
      if (scope.tables.sessions.find((session) => session.payment_intent === intent.id)) {
        throw invalidRequest(
          'This PaymentIntent belongs to a Checkout Session. Expire the session instead.',
          'payment_intent_unexpected_state',
        )
      }
      if (scope.tables.invoicePayments.find((row) => row.payment.payment_intent === intent.id)) {
        throw invalidRequest(
          'This PaymentIntent belongs to an invoice. Void the invoice instead.',
          'payment_intent_unexpected_state',
        )
      }
      return cancelIntent(scope, intent, params.cancellation_reason ?? null)
    },
  }),
]

function requireAmount(amount: number, code: string): void {
  if (exponentOf(code) === undefined) {
    throw invalidRequest(`Invalid currency: ${code}.`, undefined, 'currency')
  }
  if (amount < minimumOf(code)) {
    throw invalidRequest('The amount is below the minimum.', 'amount_too_small', 'amount')
  }
  if (amount > MAXIMUM_AMOUNT) {
    throw invalidRequest('The amount is above the maximum.', 'amount_too_large', 'amount')
  }
  const problem = amountProblem(amount, code)
  if (problem) throw invalidRequest(problem, 'parameter_invalid_integer', 'amount')
}
