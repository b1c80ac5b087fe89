import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { alterInvoice } from './alter'

/** Nobody tries to collect this invoice by itself any more; it can still be paid. */
export function stopCollection(scope: Scope, invoice: InvoiceRow): void {
  alterInvoice(scope, invoice.id, {
    auto_advance: false,
    automatically_finalizes_at: null,
    next_payment_attempt: null,
  })
  scope.plan('invoice_due', invoice.id, null)
}
