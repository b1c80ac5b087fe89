import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, pagination, text } from '../schema'

const PATH = '/v1/charges'

export const chargeExpansions: Expansions = {
  balance_transaction: (scope, charge) =>
    scope.tables.balanceTransactions.get(String(charge.balance_transaction)) ?? null,
  customer: (scope, charge) => scope.tables.customers.get(String(charge.customer)) ?? null,
  payment_intent: (scope, charge) =>
    scope.tables.paymentIntents.get(String(charge.payment_intent)) ?? null,
  refunds: (scope, charge) =>
    listPage(
      `${PATH}/${charge.id}/refunds`,
      scope.tables.refunds.filter((refund) => refund.charge === charge.id),
      {},
    ),
}

export const chargeRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      customer: text().optional(),
      payment_intent: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.charges.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.payment_intent === undefined || row.payment_intent === params.payment_intent),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const charge = scope.tables.charges.get(idOf(ids))
      if (!charge) throw resourceMissing('charge', idOf(ids))
      return charge
    },
  }),
]
