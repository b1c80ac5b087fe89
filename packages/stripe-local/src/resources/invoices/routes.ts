import { z } from 'zod'
import { cardDeclined, invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { change } from '../change'
import type { Expansions } from '../expand'
import { paymentsOf } from '../invoice-payments/create'
import { listPage, passesCreated } from '../list'
import { mergeMetadata } from '../metadata'
import { requirePaymentMethod } from '../payment-methods/create'
import { defineRoute, idOf, type PathIds } from '../route'
import { boolean, created, metadata, pagination, text } from '../schema'
import { requireInvoice } from './alter'
import { markUncollectible, voidInvoice } from './close'
import { finalizeInvoice } from './finalize'
import { payInvoice } from './pay'
import { previewInvoice, previewParams } from './preview'

const PATH = '/v1/invoices'

export const invoiceExpansions: Expansions = {
  customer: (scope, row) => scope.tables.customers.get(String(row.customer)) ?? null,
  payments: (scope, row) => {
    const payments = paymentsOf(scope, String(row.id))
    return listPage(`/v1/invoice_payments?invoice=${row.id}`, payments, {}, 'oldest')
  },
}

/** Below `parent` of an invoice. */
export const invoiceParentExpansions: Expansions = {
  subscription: (scope, details) =>
    scope.tables.subscriptions.get(String(details.subscription)) ?? null,
}

function found(scope: Scope, ids: PathIds) {
  const invoice = requireInvoice(scope, idOf(ids))
  return { at: scope.at(invoice.test_clock), invoice }
}

const nothing = z.strictObject({})

export const invoiceRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      customer: text().optional(),
      status: z.enum(['draft', 'open', 'paid', 'uncollectible', 'void']).optional(),
      subscription: text().optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.invoices.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.customer === undefined || row.customer === params.customer) &&
            (params.status === undefined || row.status === params.status) &&
            (params.subscription === undefined ||
              row.parent?.subscription_details?.subscription === params.subscription),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/create_preview`,
    params: previewParams,
    run: (scope, params) => previewInvoice(scope, params),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: nothing,
    run: (scope, _params, ids) => requireInvoice(scope, idOf(ids)),
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id`,
    params: z.strictObject({ metadata: metadata.optional() }),
    run(scope, params, ids) {
      const invoice = requireInvoice(scope, idOf(ids))
      const { row, previous } = change(scope.tables.invoices, invoice, {
        metadata: mergeMetadata(invoice.metadata, params.metadata),
      })
      if (Object.keys(previous).length > 0) scope.emit('invoice.updated', row, previous)
      return row
    },
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id/lines`,
    params: z.strictObject(pagination),
    run(scope, params, ids) {
      const { id, lines } = requireInvoice(scope, idOf(ids))
      return listPage(`${PATH}/${id}/lines`, lines.data, params, 'oldest')
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/finalize`,
    params: z.strictObject({ auto_advance: boolean.optional() }),
    run(scope, _params, ids) {
      const { at, invoice } = found(scope, ids)
      return finalizeInvoice(at, invoice)
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/pay`,
    params: z.strictObject({
      off_session: boolean.optional(),
      payment_method: text().optional(),
    }),
    run(scope, params, ids) {
      const { at, invoice } = found(scope, ids)
      const method = params.payment_method
      if (
        method !== undefined &&
        requirePaymentMethod(scope, method, 'payment_method').customer !== invoice.customer
      ) {
        throw invalidRequest('Attach the payment method to the customer first.')
      }
      const result = payInvoice(at, invoice, { method, onSession: params.off_session === false })
      return result.failure ? cardDeclined(result.failure) : result.invoice
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/void`,
    params: nothing,
    run(scope, _params, ids) {
      const { at, invoice } = found(scope, ids)
      return voidInvoice(at, invoice)
    },
  }),
  defineRoute({
    method: 'POST',
    path: `${PATH}/:id/mark_uncollectible`,
    params: nothing,
    run(scope, _params, ids) {
      const { at, invoice } = found(scope, ids)
      return markUncollectible(at, invoice)
    },
  }),
]
