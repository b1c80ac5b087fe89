import { z } from 'zod'
import { change } from '../change'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { productData } from '../prices/schema'
import { defineRoute, idOf } from '../route'
import { boolean, created, metadata, pagination, text } from '../schema'
import { createProduct, requireProduct } from './create'

const PATH = '/v1/products'

/** Products, made by themselves or through a session's `price_data`. */
export const productRoutes = [
  defineRoute({
    method: 'POST',
    path: PATH,
    params: productData.extend({ active: boolean.optional() }),
    run(scope, { active = true, ...given }) {
      const product = createProduct(scope, given, active)
      scope.emit('product.created', product)
      return product
    },
  }),
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      active: boolean.optional(),
      created: created.optional(),
      ids: z.array(text()).optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.products.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.active === undefined || row.active === params.active) &&
            (params.ids === undefined || params.ids.includes(row.id)),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireProduct(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({
      active: boolean.optional(),
      description: text().optional(),
      metadata: metadata.optional(),
      name: text().optional(),
    }),
    run(scope, { metadata: given, ...fields }, ids) {
      const product = requireProduct(scope, idOf(ids))
      const { row, previous } = change(scope.tables.products, product, {
        active: fields.active ?? product.active,
        description: fields.description ?? product.description,
        name: fields.name ?? product.name,
        metadata: mergeMetadata(product.metadata, given),
      })
      if (Object.keys(previous).length > 0) scope.emit('product.updated', row, previous)
      return row
    },
  }),
]
