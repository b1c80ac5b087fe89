import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, pagination, text } from '../schema'

const PATH = '/v1/setup_intents'

export const setupIntentExpansions: Expansions = {
  customer: (scope, intent) => scope.tables.customers.get(String(intent.customer)) ?? null,
  payment_method: (scope, intent) =>
    scope.tables.paymentMethods.get(String(intent.payment_method)) ?? null,
}

/** Setups come from checkouts and the portal; here they can be read. */
export const setupIntentRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      customer: text().optional(),
      payment_method: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.setupIntents.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.payment_method === undefined || row.payment_method === params.payment_method),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const intent = scope.tables.setupIntents.get(idOf(ids))
      if (!intent) throw resourceMissing('setup_intent', idOf(ids))
      return intent
    },
  }),
]
