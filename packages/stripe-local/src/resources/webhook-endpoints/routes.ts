import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import { listPage } from '../list'
import { defineRoute, idOf } from '../route'
import { pagination } from '../schema'

const PATH = '/v1/webhook_endpoints'

/** The endpoint comes from the server's settings, so it can be read but not changed here. */
export const webhookEndpointRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject(pagination),
    run: (scope, params) => listPage(PATH, scope.tables.webhookEndpoints.all(), params),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const endpoint = scope.tables.webhookEndpoints.get(idOf(ids))
      if (!endpoint) throw resourceMissing('webhook endpoint', idOf(ids))
      return endpoint
    },
  }),
]
