import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, currency, pagination, text } from '../schema'

const PATH = '/v1/balance_transactions'

export const balanceTransactionExpansions: Expansions = {
  source: (scope, transaction) => {
    const id = String(transaction.source)
    const { charges, refunds, disputes } = scope.tables
    return charges.get(id) ?? refunds.get(id) ?? disputes.get(id) ?? null
  },
}

export const balanceTransactionRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      currency: currency.optional(),
      source: text().optional(),
      type: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.balanceTransactions.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.currency === undefined || row.currency === params.currency) &&
            (params.source === undefined || row.source === params.source) &&
            (params.type === undefined || row.type === params.type),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const transaction = scope.tables.balanceTransactions.get(idOf(ids))
      if (!transaction) throw resourceMissing('balance transaction', idOf(ids))
      return transaction
    },
  }),
]
