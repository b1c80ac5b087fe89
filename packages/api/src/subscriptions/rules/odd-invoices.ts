import type { InvoiceFact, SubscriptionFacts } from './facts'
import { isSale } from './invoice-order'

/**
 * Invoices that money was taken for in another currency than was agreed, and a first one without a trial
 * that comes to another amount: a person has to look. Pure.
 */
export function oddInvoices(
  agreed: { currency: string; amountMinor: bigint; trialDays: number },
  { invoices }: Pick<SubscriptionFacts, 'invoices'>,
): InvoiceFact[] {
  return invoices.filter(isSale).filter((invoice) => {
    const isFirst = invoice.billingReason === 'subscription_create' && agreed.trialDays === 0
    return (
      invoice.currency !== agreed.currency ||
      (isFirst && invoice.amountPaidMinor !== agreed.amountMinor)
    )
  })
}
