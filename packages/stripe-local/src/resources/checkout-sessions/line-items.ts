import { invalidRequest } from '../../http/api-error'
import { formatAmount, MAXIMUM_AMOUNT, minimumOf } from '../../money/currencies'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { LineItemRow, PriceRow } from '../../state/rows'
import { newMetadata } from '../metadata'
import { createPrice, requirePrice, requirePriceAmount } from '../prices/create'
import { createProduct, requireProduct } from '../products/create'
import type { CreateParams } from './schema'

type Given = CreateParams['line_items'][number]
type Mode = CreateParams['mode']

/**
 * The lines of a session. A line names a price, or gives `price_data`, for which a price and,
 * unless it names one, a product are stored. All of them have one currency, and in subscription
 * mode one interval.
 */
export function createLineItems(scope: Scope, given: Given[], mode: Mode): LineItemRow[] {
  const lines = given.map((line, index) => createLineItem(scope, line, `line_items[${index}]`))
  const currency = lines[0]?.currency ?? ''
  lines.forEach((line, index) => {
    if (line.currency !== currency) {
      throw invalidRequest(
        'All line items of a session must have the same currency.',
        undefined,
        `line_items[${index}][price_data][currency]`,
      )
    }
  })
  const total = lines.reduce((sum, line) => sum + line.amount_total, 0)
  requireIntervals(lines, mode)
  requireChargeable(total, currency, mode)
  return lines
}

function requireIntervals(lines: LineItemRow[], mode: Mode): void {
  const intervals = new Set(lines.map(({ price }) => intervalOf(price)))
  if (mode === 'payment' && intervals.has(null) && intervals.size === 1) return
  if (mode === 'payment') {
    throw invalidRequest(
      'Recurring prices need a session with mode=subscription.',
      undefined,
      'line_items',
    )
  }
  if (intervals.has(null) || intervals.size > 1) {
    throw invalidRequest(
      'All prices of a subscription must recur at the same interval. Lines that are paid once are not supported by the local Stripe.',
      undefined,
      'line_items',
    )
  }
}

function intervalOf(price: PriceRow): string | null {
  return price.recurring && `${price.recurring.interval_count} ${price.recurring.interval}`
}

function requireChargeable(total: number, currency: string, mode: Mode): void {
  if (total > MAXIMUM_AMOUNT) {
    throw invalidRequest(
      `The total must be no more than ${formatAmount(MAXIMUM_AMOUNT, currency)}.`,
      'amount_too_large',
      'line_items',
    )
  }
  if (total < minimumOf(currency) && (mode === 'payment' || total > 0)) {
    throw invalidRequest(
      `The total must be at least ${formatAmount(minimumOf(currency), currency)}. Orders without a payment are not supported by the local Stripe.`,
      'amount_too_small',
      'line_items',
    )
  }
}

function createLineItem(scope: Scope, line: Given, param: string): LineItemRow {
  const price = priceOf(scope, line, param)
  const amount = (price.unit_amount ?? 0) * line.quantity
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: scope.tables.products.get(String(price.product))?.name ?? null,
    metadata: newMetadata(line.metadata),
    price,
    quantity: line.quantity,
  }
}

function priceOf(scope: Scope, line: Given, param: string): PriceRow {
  const { price, price_data: data } = line
  if ((price === undefined) === (data === undefined)) {
    throw invalidRequest('Give either price or price_data.', undefined, `${param}[price]`)
  }
  if (!data) return requirePrice(scope, price ?? '', `${param}[price]`)
  requirePriceAmount(data.unit_amount, data.currency, `${param}[price_data]`)
  const { product, product_data: newProduct, ...amount } = data
  if ((product === undefined) === (newProduct === undefined)) {
    throw invalidRequest(
      'Give either product or product_data.',
      undefined,
      `${param}[price_data][product]`,
    )
  }
  const owner = newProduct
    ? createProduct(scope, newProduct, false)
    : requireProduct(scope, product ?? '', `${param}[price_data][product]`)
  return createPrice(scope, { ...amount, product: owner.id })
}
