import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, pagination, text } from '../schema'
import { bankPayoutsOf } from './bank-payout'

const PATH = '/v1/payouts'

/** Payouts from a connected account to its bank; the platform's own are not kept here. */
export const bankPayoutRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    isForAccounts: true,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      status: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        bankPayoutsOf(scope, scope.account).filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.status === undefined || row.status === params.status),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    isForAccounts: true,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const payout = bankPayoutsOf(scope, scope.account).find((row) => row.id === idOf(ids))
      if (!payout) throw resourceMissing('payout', idOf(ids))
      return payout
    },
  }),
]
