import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { change } from '../change'

/** The invoice, or the refusal of the parameter that names it. */
export function requireInvoice(scope: Scope, id: string, param = 'id'): InvoiceRow {
  const invoice = scope.tables.invoices.get(id)
  if (!invoice) throw resourceMissing('invoice', id, param)
  return invoice
}

/** Changes the newest row of an invoice without a word; the caller names the event that fits. */
export function alterInvoice(scope: Scope, id: string, patch: Partial<InvoiceRow>): InvoiceRow {
  return change(scope.tables.invoices, requireInvoice(scope, id), patch).row
}

/** The subscription that an invoice is for. */
export function subscriptionOf(scope: Scope, invoice: InvoiceRow): SubscriptionRow | undefined {
  const id = invoice.parent?.subscription_details?.subscription
  return scope.tables.subscriptions.get(String(id))
}
