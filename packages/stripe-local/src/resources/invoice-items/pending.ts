import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { InvoiceItemRow, SubscriptionItemRow, SubscriptionRow } from '../../state/rows'
import { pricingOf } from '../invoices/lines'

/** What still waits to be put on an invoice of the subscription, oldest first. */
export function pendingItems(scope: Scope, subscription: string): InvoiceItemRow[] {
  return scope.tables.invoiceItems
    .open()
    .filter((item) => item.parent?.subscription_details?.subscription === subscription)
}

interface NewProration {
  item: SubscriptionItemRow
  /** Negative for a credit. Minor units. */
  amount: number
  description: string
  period: { start: number; end: number }
}

/** Stores one side of a proration, to be put on the next invoice of the subscription. */
export function addProration(
  scope: Scope,
  subscription: SubscriptionRow,
  { item, amount, description, period }: NewProration,
): InvoiceItemRow {
  const row = {
    id: newId('ii'),
    object: 'invoiceitem',
    amount,
    currency: subscription.currency,
    customer: subscription.customer,
    customer_account: null,
    date: scope.now,
    description,
    discountable: false,
    discounts: [],
    invoice: null,
    livemode: false,
    metadata: {},
    parent: {
      subscription_details: { subscription: subscription.id, subscription_item: item.id },
      type: 'subscription_details',
    },
    period,
    pricing: pricingOf(item.price),
    proration: true,
    quantity: item.quantity,
    quantity_decimal: String(item.quantity),
    tax_rates: [],
    test_clock: scope.clock,
  } satisfies InvoiceItemRow
  scope.tables.invoiceItems.put(row)
  scope.emit('invoiceitem.created', row)
  return row
}
