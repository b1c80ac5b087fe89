import type Stripe from 'stripe'
import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, currency, pagination, text } from '../schema'

const PATH = '/v1/balance_transactions'

export const balanceTransactionExpansions: Expansions = {
  source: (scope, transaction) => {
    const id = String(transaction.source)
    const { charges, refunds, disputes, transfers, transferReversals } = scope.tables
    const tables = [charges, refunds, disputes, transfers, transferReversals]
    for (const table of tables) {
      const row = table.get(id)
      if (row) return row
    }
    return null
  },
}

/** Movements of the balance that is asked about; those of one payout to the bank when it is named. */
function transactionsOf(scope: Scope, payout: string | undefined): Stripe.BalanceTransaction[] {
  const { tables, account } = scope
  if (account === null) return payout === undefined ? tables.balanceTransactions.all() : []
  return tables.accountMovements
    .filter((row) => row.account === account && (payout === undefined || row.payout === payout))
    .map((row) => row.transaction)
}

export const balanceTransactionRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    isForAccounts: true,
    params: z.strictObject({
      payout: text().optional(),
      ...pagination,
      created: created.optional(),
      currency: currency.optional(),
      source: text().optional(),
      type: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        transactionsOf(scope, params.payout).filter(
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
