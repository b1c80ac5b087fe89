import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import { change } from '../change'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { attachPaymentMethod } from '../payment-methods/attach'
import { requirePaymentMethod } from '../payment-methods/create'
import { defineRoute, idOf } from '../route'
import { address, created, email, metadata, pagination, text } from '../schema'
import { createCustomer, requireCustomer } from './create'
import { setDefaultMethod, withDefaultMethod } from './default-method'

const fields = {
  address: z.union([z.literal(''), address]).optional(),
  description: z.string().max(5000).optional(),
  email: z.union([z.literal(''), email]).optional(),
  metadata: metadata.optional(),
  name: z.string().max(5000).optional(),
  phone: z.string().max(5000).optional(),
  invoice_settings: z.strictObject({ default_payment_method: text().optional() }).optional(),
}

const createFields = {
  ...fields,
  payment_method: text().optional(),
  test_clock: text().optional(),
}

export const customerRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/customers',
    params: z.strictObject(createFields),
    run(scope, { invoice_settings, payment_method, test_clock: clock, ...given }) {
      if (clock !== undefined && !scope.tables.testClocks.get(clock)) {
        throw resourceMissing('test_clock', clock, 'test_clock')
      }
      const customer = createCustomer(scope.at(clock ?? null), given)
      if (payment_method !== undefined) {
        const method = requirePaymentMethod(scope, payment_method, 'payment_method')
        attachPaymentMethod(scope, method, customer.id)
      }
      const wanted = invoice_settings?.default_payment_method
      return wanted === undefined ? customer : setDefaultMethod(scope, customer, wanted).row
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/customers',
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      email: email.optional(),
      test_clock: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        '/v1/customers',
        scope.tables.customers.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.email === undefined || row.email === params.email) &&
            (params.test_clock === undefined || row.test_clock === params.test_clock),
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
      const method = params.invoice_settings?.default_payment_method
      const { row, previous } = change(scope.tables.customers, before, {
        ...(params.address === undefined ? {} : { address: addressOf(params.address) }),
        ...(params.description === undefined ? {} : { description: params.description || null }),
        ...(params.email === undefined ? {} : { email: params.email || null }),
        ...(params.name === undefined ? {} : { name: params.name || null }),
        ...(params.phone === undefined ? {} : { phone: params.phone || null }),
        ...(method === undefined ? {} : withDefaultMethod(scope, before, method)),
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
