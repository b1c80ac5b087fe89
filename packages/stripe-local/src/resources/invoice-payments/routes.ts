import { z } from 'zod'
import { resourceMissing } from '../../http/api-error'
import type { Expansions } from '../expand'
import { listPage, passesCreated } from '../list'
import { defineRoute, idOf } from '../route'
import { created, pagination, text } from '../schema'

const PATH = '/v1/invoice_payments'

export const invoicePaymentExpansions: Expansions = {
  invoice: (scope, payment) => scope.tables.invoices.get(String(payment.invoice)) ?? null,
}

/** Below `payment` of an invoice payment. */
export const invoicePaymentSourceExpansions: Expansions = {
  payment_intent: (scope, payment) =>
    scope.tables.paymentIntents.get(String(payment.payment_intent)) ?? null,
}

export const invoicePaymentRoutes = [
  defineRoute({
    method: 'GET',
    path: PATH,
    params: z.strictObject({
      ...pagination,
      created: created.optional(),
      invoice: text().optional(),
      payment: z
        .strictObject({ type: z.literal('payment_intent'), payment_intent: text().optional() })
        .optional(),
      status: z.enum(['open', 'paid', 'canceled']).optional(),
    }),
    run: (scope, params) =>
      listPage(
        PATH,
        scope.tables.invoicePayments.filter(
          (row) =>
            passesCreated(row.created, params.created) &&
            (params.invoice === undefined || row.invoice === params.invoice) &&
            (params.status === undefined || row.status === params.status) &&
            (params.payment?.payment_intent === undefined ||
              row.payment.payment_intent === params.payment.payment_intent),
        ),
        params,
      ),
  }),
  defineRoute({
    method: 'GET',
    path: `${PATH}/:id`,
    params: z.strictObject({}),
    run(scope, _params, ids) {
      const payment = scope.tables.invoicePayments.get(idOf(ids))
      if (!payment) throw resourceMissing('invoice_payment', idOf(ids))
      return payment
    },
  }),
]
