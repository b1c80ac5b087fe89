import { formatAmount } from '../../money/currencies'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type {
  InvoiceItemRow,
  InvoiceLineRow,
  PriceRow,
  PricingRow,
  SubscriptionItemRow,
} from '../../state/rows'

/** How a price stands on invoices. */
export function pricingOf(price: PriceRow): PricingRow {
  return {
    type: 'price_details',
    price_details: { price: price.id, product: String(price.product) },
    unit_amount_decimal: price.unit_amount_decimal,
  }
}

/** The name of what a price is for. */
export function nameOf(scope: Scope, price: PriceRow): string {
  return scope.tables.products.get(String(price.product))?.name ?? 'Subscription'
}

interface Common {
  invoice: string
  amount: number
  description: string
  period: { start: number; end: number }
  pricing: PricingRow
  quantity: number
}

function line(given: Common, currency: string, subscription: string | null) {
  const { amount, description, invoice, period, pricing, quantity } = given
  return {
    id: newId('il'),
    object: 'line_item' as const,
    amount,
    currency,
    description,
    discount_amounts: [],
    discountable: true,
    discounts: [],
    invoice,
    livemode: false,
    metadata: {},
    period,
    pretax_credit_amounts: [],
    pricing,
    quantity,
    quantity_decimal: String(quantity),
    subscription,
    subtotal: amount,
    taxes: [],
  }
}

/** The line for one item over one period; nothing is due for a trial. */
export function lineOfItem(
  scope: Scope,
  invoice: string,
  item: SubscriptionItemRow,
  isTrial: boolean,
): InvoiceLineRow {
  const { price, quantity } = item
  const { interval, interval_count: count } = price.recurring ?? { interval: '', interval_count: 1 }
  const every = count === 1 ? interval : `${count} ${interval}s`
  const name = nameOf(scope, price)
  const unit = formatAmount(price.unit_amount ?? 0, price.currency)
  const given = {
    invoice,
    amount: isTrial ? 0 : (price.unit_amount ?? 0) * quantity,
    description: isTrial
      ? `Trial period for ${name}`
      : `${quantity} × ${name} (at ${unit} / ${every})`,
    period: { start: item.current_period_start, end: item.current_period_end },
    pricing: pricingOf(price),
    quantity,
  }
  return {
    ...line(given, price.currency, item.subscription),
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: false,
        proration_details: null,
        subscription: item.subscription,
        subscription_item: item.id,
      },
    },
  } satisfies InvoiceLineRow
}

/** The line of something that waited to be invoiced. */
export function lineOfInvoiceItem(invoice: string, item: InvoiceItemRow): InvoiceLineRow {
  const details = item.parent?.subscription_details
  const given = {
    invoice,
    amount: item.amount,
    description: item.description ?? '',
    period: item.period,
    pricing: item.pricing,
    quantity: item.quantity,
  }
  return {
    ...line(given, item.currency, details?.subscription ?? null),
    parent: {
      type: 'subscription_item_details',
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: item.id,
        proration: item.proration,
        proration_details: { credited_items: null },
        subscription: details?.subscription ?? null,
        subscription_item: details?.subscription_item ?? '',
      },
    },
  } satisfies InvoiceLineRow
}
