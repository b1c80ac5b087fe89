import type { IncomingMessage, ServerResponse } from 'node:http'
import type { App } from '../app'
import { readBody } from '../http/read-body'
import { redirect, respondHtml } from '../http/respond'
import { requireCustomer } from '../resources/customers/create'
import { replaceCard } from '../resources/customers/replace-card'
import { requireInvoice } from '../resources/invoices/alter'
import { payInvoice } from '../resources/invoices/pay'
import { invoicePage } from './invoice-page'
import { missingPage } from './notices'
import { cardSchema, readCard } from './submission'

const EMPTY = { attempt: 0, values: {}, errors: {} }

/** Serves `/i/:id`: the customer looks at an invoice and pays it, by a card that pays from then on. */
export async function handleInvoice(
  app: App,
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): Promise<void> {
  const body = request.method === 'POST' ? await readBody(request) : null
  app.runDue()
  await app.commit()
  const invoice = app.db.tables.invoices.get(id)
  if (!invoice || invoice.status === 'draft') return respondHtml(response, 404, missingPage())
  const show = (status: number, form: Parameters<typeof invoicePage>[2], problem: string | null) =>
    respondHtml(response, status, invoicePage(invoice, app.config.merchantName, form, problem))
  if (body === null) return show(200, EMPTY, null)
  // Sent twice, or paid in the meantime: the page says how things stand.
  if (invoice.status !== 'open' && invoice.status !== 'uncollectible') {
    return redirect(response, `/i/${id}`)
  }
  const given = cardSchema.safeParse(Object.fromEntries(new URLSearchParams(body)))
  if (!given.success) return respondHtml(response, 404, missingPage())
  const { card, errors } = readCard(given.data, app.clock.nowMs())
  const { cvc: _cvc, ...values } = given.data
  if (!card || Object.keys(errors).length > 0) {
    return show(422, { attempt: 0, values, errors }, null)
  }
  if (!card.canBeSaved && card.result.kind === 'declined') {
    return show(402, { attempt: 0, values, errors }, card.result.message)
  }
  const { failure } = app.change((scope) => {
    const { id: method } = replaceCard(scope, requireCustomer(scope, invoice.customer), card)
    const at = scope.at(invoice.test_clock)
    return payInvoice(at, requireInvoice(scope, id), { method, onSession: true })
  })
  app.runDue()
  await app.commit()
  if (failure) return show(402, { attempt: 0, values, errors }, failure.message)
  redirect(response, `/i/${id}`)
}
