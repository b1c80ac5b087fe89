import type { Tables } from '../../state/database'
import type { InvoiceRow } from '../../state/rows'

/** The final invoices of a customer, newest first; drafts are nobody's business yet. */
export function invoicesOf(tables: Tables, customer: string): InvoiceRow[] {
  return tables.invoices
    .filter((row) => row.customer === customer && row.status !== 'draft')
    .toReversed()
}
