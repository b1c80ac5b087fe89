import { z } from 'zod'
import { invalidRequest } from '../../http/api-error'
import { change } from '../change'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { createProduct, requireProduct } from '../products/create'
import { defineRoute, idOf } from '../route'
import { boolean, created, currency, metadata, pagination, text } from '../schema'
import { createPrice, requirePrice, requirePriceAmount } from './create'
import { newPriceParams } from './schema'

const PATH = '/v1/prices'

/** Prices, made by themselves or through `price_data`. An amount never changes. */
export const priceRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: newPriceParams,
    run(scope, { product, product_data: data, active = true, ...given }) {
      requirePriceAmount(given.unit_amount, given.currency, '')
      if ((product === undefined) === (data === undefined)) {
        throw invalidRequest('Give either product or product_data.', undefined, 'product')
      }
      const owner = data
        ? createProduct(scope, data, true)
        : requireProduct(scope, product ?? '', 'product')
      const price = createPrice(scope, { ...given, product: owner.id, active })
      scope.emit('price.created', price)
      return price
    },
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      active: boolean.optional(),
      created: created.optional(),
      currency: currency.optional(),
      lookup_keys: z.array(text()).max(10).optional(),
      product: text().optional(),
      type: z.enum(['one_time', 'recurring']).optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.prices.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.active === undefined || row.active === params.active) &&
            (params.currency === undefined || row.currency === params.currency) &&
            (params.product === undefined || row.product === params.product) &&
            (params.type === undefined || row.type === params.type) &&
            (params.lookup_keys === undefined || params.lookup_keys.includes(row.lookup_key ?? '')),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requirePrice(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({
      active: boolean.optional(),
      metadata: metadata.optional(),
      nickname: text().optional(),
    }),
    run(scope, { metadata: given, ...fields }, ids) {
      const price = requirePrice(scope, idOf(ids))
      const { row, previous } = change(scope.tables.prices, price, {
        active: fields.active ?? price.active,
        nickname: fields.nickname ?? price.nickname,
        metadata: mergeMetadata(price.metadata, given),
      })
      if (Object.keys(previous).length > 0) scope.emit('price.updated', row, previous)
      return row
    },
  }),
]
