import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { defineRoute, idOf } from '../route'
import { address, created, email, metadata, pagination } from '../schema'
import { createCustomer } from './create'

const fields = {
  address: z.union([z.literal(''), address]).optional(),
  description: z.string().max(5000).optional(),
  email: z.union([z.literal(''), email]).optional(),
  metadata: metadata.optional(),
  name: z.string().max(5000).optional(),
  phone: z.string().max(5000).optional(),
}

function requireCustomer(scope: Scope, id: string) {
  const customer = scope.tables.customers.get(id)
  if (!customer) throw resourceMissing('customer', id)
  return customer
}

export const customerRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/customers',
    params: z.strictObject(fields),
    run: (scope, params) => createCustomer(scope, params),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/customers',
    params: z.strictObject({ ...pagination, created: created.optional(), email: email.optional() }),
    run: (scope, params) =>
      listPage(
        '/v1/customers',
        scope.tables.customers.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.email === undefined || row.email === params.email),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/customers/:id',
    params: z.strictObject({}),
    run: (scope, _params, ids) => requireCustomer(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/customers/:id',
    params: z.strictObject(fields),
    run(scope, params, ids) {
      const before = requireCustomer(scope, idOf(ids))
      const { row, previous } = change(scope.tables.customers, before, {
        ...(params.address === undefined ? {} : { address: addressOf(params.address) }),
        ...(params.description === undefined ? {} : { description: params.description || null }),
        ...(params.email === undefined ? {} : { email: params.email || null }),
        ...(params.name === undefined ? {} : { name: params.name || null }),
        ...(params.phone === undefined ? {} : { phone: params.phone || null }),
        metadata: mergeMetadata(before.metadata, params.metadata),
      })
      if (Object.keys(previous).length > 0) scope.emit('customer.updated', row, previous)
      return row
    },
  }),
]

function addressOf(given: '' | z.output<typeof address>) {
  if (given === '') return null
  return {
    city: given.city ?? null,
    country: given.country ?? null,
    line1: given.line1 ?? null,
    line2: given.line2 ?? null,
    postal_code: given.postal_code ?? null,
    state: given.state ?? null,
  }
}
