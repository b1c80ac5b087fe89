import type { Scope } from '../../scope'
import type { InvoiceRow, SubscriptionRow } from '../../state/rows'
import { createInvoice, type NewInvoice } from '../invoices/create'
import { finalizeInvoice } from '../invoices/finalize'
import { type PayOptions, type PayResult, payInvoice } from '../invoices/pay'
import { alterSubscription } from './alter'

/** The newest invoice of a subscription: created, and named on the subscription. */
export function billDraft(scope: Scope, subscription: SubscriptionRow, given: NewInvoice) {
  const invoice = createInvoice(scope, subscription, given)
  alterSubscription(scope, subscription.id, { latest_invoice: invoice.id })
  return invoice
}

/** An invoice that is final and tried at once, as for a first period or a change of plan. */
export function billNow(
  scope: Scope,
  subscription: SubscriptionRow,
  given: Omit<NewInvoice, 'autoAdvance'>,
  options: PayOptions = {},
): PayResult {
  const draft = billDraft(scope, subscription, { ...given, autoAdvance: true })
  const invoice = finalizeInvoice(scope, draft)
  return invoice.status === 'open'
    ? payInvoice(scope, invoice, options)
    : { invoice, failure: null }
}

/** The invoice of a new period. A subscription that is unpaid or keeps drafts is not charged. */
export function billCycle(scope: Scope, subscription: SubscriptionRow): InvoiceRow {
  const isHeld =
    subscription.status === 'unpaid' || subscription.pause_collection?.behavior === 'keep_as_draft'
  return billDraft(scope, subscription, {
    reason: 'subscription_cycle',
    withItems: true,
    autoAdvance: !isHeld,
  })
}
