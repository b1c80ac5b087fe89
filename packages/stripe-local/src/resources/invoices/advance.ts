import type { Scope } from '../../scope'
import type { InvoiceRow } from '../../state/rows'
import { subscriptionOf } from './alter'
import { markUncollectible, voidInvoice } from './close'
import { finalizeInvoice } from './finalize'
import { payInvoice } from './pay'

/** What time brings to an invoice: a draft becomes final and is paid, an open one is tried again. */
export function advanceInvoice(scope: Scope, invoice: InvoiceRow): void {
  if (invoice.auto_advance === false) return
  const isDraft = invoice.status === 'draft' && isDue(scope, invoice.automatically_finalizes_at)
  const pause = subscriptionOf(scope, invoice)?.pause_collection?.behavior
  // What is voided at once takes none of the customer's credit.
  const usesCredit = pause !== 'void'
  const open = isDraft ? finalizeInvoice(scope, invoice, { usesCredit }) : invoice
  if (open.status !== 'open') return
  if (isDraft && pause === 'void') voidInvoice(scope, open)
  else if (isDraft && pause === 'mark_uncollectible') markUncollectible(scope, open)
  else if (isDraft || isDue(scope, open.next_payment_attempt)) payInvoice(scope, open)
}

function isDue(scope: Scope, at: number | null): boolean {
  return at !== null && at <= scope.now
}
