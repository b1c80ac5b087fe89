import type Stripe from 'stripe'
import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { newMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { created, currency, integer, metadata, pagination, text } from '../schema'
import { createTransfer } from './create'
import { reverseTransfer } from './reverse'

const PATH = '/v1/transfers'

const ofTransaction: Expansions = {
  balance_transaction: (scope, row) =>
    scope.tables.balanceTransactions.get(String(row.balance_transaction)) ?? null,
}
export const transferExpansions = ofTransaction
export const reversalExpansions = ofTransaction

function requireTransfer(scope: Scope, id: string): Stripe.Transfer {
  const transfer = scope.tables.transfers.get(id)
  if (!transfer) throw resourceMissing('transfer', id)
  return transfer
}

export const transferRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: z.strictObject({
      amount: integer,
      currency,
      destination: text(),
      description: text().optional(),
      metadata: metadata.optional(),
      transfer_group: text().optional(),
    }),
    run: (scope, params) =>
      createTransfer(scope, {
        amount: params.amount,
        currency: params.currency,
        destination: params.destination,
        description: params.description ?? null,
        metadata: newMetadata(params.metadata),
        transferGroup: params.transfer_group ?? null,
      }),
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      destination: text().optional(),
      transfer_group: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.transfers.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.destination === undefined || row.destination === params.destination) &&
            (params.transfer_group === undefined || row.transfer_group === params.transfer_group),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireTransfer(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/reversals`,
    params: z.strictObject({ amount: integer.optional(), metadata: metadata.optional() }),
    run: (scope, params, ids) =>
      reverseTransfer(scope, {
        transfer: requireTransfer(scope, idOf(ids)),
        amount: params.amount,
        metadata: newMetadata(params.metadata),
      }),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id/reversals`,
    params: z.strictObject({ ...pagination }),
    run(scope, params, ids) {
      const { id } = requireTransfer(scope, idOf(ids))
      const rows = scope.tables.transferReversals.filter((row) => row.transfer === id)
      return listPage(`${PATH}/${id}/reversals`, rows, params)
    },
  }),
]
