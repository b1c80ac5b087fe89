import type Stripe from 'stripe'
import { z } from 'zod'
import { invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { mergeMetadata, newMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { created, integer, metadata, pagination, text } from '../schema'
import { createRefund } from './create'
import { cancelRefund } from './finish'

const PATH = '/v1/refunds'

/** The refund, or 404. */
export function requireRefund(scope: Scope, id: string): Stripe.Refund {
  const refund = scope.tables.refunds.get(id)
  if (!refund) throw resourceMissing('refund', id)
  return refund
}

/** The charge that a refund is for: named itself or by the PaymentIntent that it paid. */
export function chargeToRefund(
  scope: Scope,
  given: { charge?: string | undefined; payment_intent?: string | undefined },
): Stripe.Charge {
  if (given.charge !== undefined) {
    const charge = scope.tables.charges.get(given.charge)
    if (!charge) throw resourceMissing('charge', given.charge, 'charge')
    if (given.payment_intent !== undefined && charge.payment_intent !== given.payment_intent) {
      throw invalidRequest('The charge does not belong to the PaymentIntent.', undefined, 'charge')
    }
    return charge
  }
  if (given.payment_intent === undefined) {
    throw invalidRequest(
      'Name what to refund: charge or payment_intent.',
      'parameter_missing',
      'charge',
    )
  }
  const intent = scope.tables.paymentIntents.get(given.payment_intent)
  if (!intent) throw resourceMissing('payment_intent', given.payment_intent, 'payment_intent')
  const charge = scope.tables.charges.get(String(intent.latest_charge))
  if (charge?.status !== 'succeeded') {
    throw invalidRequest(
      `PaymentIntent ${intent.id} has no succeeded charge to refund.`,
      'payment_intent_unexpected_state',
      'payment_intent',
    )
  }
  return charge
}

const transactionOf = (field: string) => (scope: Scope, refund: Record<string, unknown>) =>
  scope.tables.balanceTransactions.get(String(refund[field])) ?? null

export const refundExpansions: Expansions = {
  balance_transaction: transactionOf('balance_transaction'),
  failure_balance_transaction: transactionOf('failure_balance_transaction'),
  charge: (scope, refund) => scope.tables.charges.get(String(refund.charge)) ?? null,
  payment_intent: (scope, refund) =>
    scope.tables.paymentIntents.get(String(refund.payment_intent)) ?? null,
}

export const refundRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: z.strictObject({
      amount: integer.optional(),
      charge: text().optional(),
      payment_intent: text().optional(),
      reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
      metadata: metadata.optional(),
    }),
    run: (scope, params) =>
      createRefund(scope, {
        charge: chargeToRefund(scope, params),
        amount: params.amount,
        reason: params.reason ?? null,
        metadata: newMetadata(params.metadata),
      }),
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      charge: text().optional(),
      created: created.optional(),
      payment_intent: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.refunds.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.charge === undefined || row.charge === params.charge) &&
            (params.payment_intent === undefined || row.payment_intent === params.payment_intent),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireRefund(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({ metadata: metadata.optional() }),
    run(scope, params, ids) {
      const refund = requireRefund(scope, idOf(ids))
      const { row, previous } = change(scope.tables.refunds, refund, {
        metadata: mergeMetadata(refund.metadata, params.metadata),
      })
      if (Object.keys(previous).length > 0) scope.emit('refund.updated', row, previous)
      return row
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => cancelRefund(scope, requireRefund(scope, idOf(ids))),
  }),
]
