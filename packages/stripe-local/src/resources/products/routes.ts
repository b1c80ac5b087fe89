import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import { defineRoute, idOf } from '../route'

/** Products and prices come into being through a session's `price_data`; here they can be read. */
export const productRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/products/:id',
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const product = scope.tables.products.get(idOf(ids))
      if (!product) throw resourceMissing('product', idOf(ids))
      return product
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/prices/:id',
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const price = scope.tables.prices.get(idOf(ids))
      if (!price) throw resourceMissing('price', idOf(ids))
      return price
    },
  }),
]
