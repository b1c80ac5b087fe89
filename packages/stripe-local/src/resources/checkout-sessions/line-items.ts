import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import {
  amountProblem,
  exponentOf,
  formatAmount,
  MAXIMUM_AMOUNT,
  minimumOf,
} from '../../money/currencies'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { LineItemRow, PriceRow } from '../../state/rows'
import { newMetadata } from '../metadata'
import type { CreateParams } from './schema'

type Given = CreateParams['line_items'][number]

/** Stores a product and a price for each line, as Stripe does for `price_data`. */
export function createLineItems(scope: Scope, given: Given[]): LineItemRow[] {
  const currency = given[0]?.price_data.currency ?? ''
  if (exponentOf(currency) === undefined) {
    throw invalidRequest(
      `Invalid currency: ${currency}.`,
      undefined,
      'line_items[0][price_data][currency]',
    )
  }
  given.forEach((line, index) => {
    const problem = amountProblem(line.price_data.unit_amount, currency)
    const param = `line_items[${index}][price_data]`
    if (problem) throw invalidRequest(problem, 'parameter_invalid_integer', `${param}[unit_amount]`)
    if (line.price_data.currency !== currency) {
      throw invalidRequest(
        'All line items of a session must have the same currency.',
        undefined,
        `${param}[currency]`,
      )
    }
  })
  requireChargeable(
    given.reduce((sum, line) => sum + line.price_data.unit_amount * line.quantity, 0),
    currency,
  )
  return given.map((line) => createLineItem(scope, line))
}

function requireChargeable(total: number, currency: string): void {
  if (total > MAXIMUM_AMOUNT) {
    throw invalidRequest(
      `The total must be no more than ${formatAmount(MAXIMUM_AMOUNT, currency)}.`,
      'amount_too_large',
      'line_items',
    )
  }
  if (total < minimumOf(currency)) {
    throw invalidRequest(
      `The total must be at least ${formatAmount(minimumOf(currency), currency)}. Orders without a payment are not supported by the local Stripe.`,
      'amount_too_small',
      'line_items',
    )
  }
}

function createLineItem(scope: Scope, line: Given): LineItemRow {
  const { price_data: data, quantity } = line
  const product = {
    id: newId('prod'),
    object: 'product',
    active: false,
    created: scope.now,
    default_price: null,
    description: data.product_data.description ?? null,
    images: data.product_data.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: newMetadata(data.product_data.metadata),
    name: data.product_data.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: data.product_data.tax_code ?? null,
    tax_details: null,
    type: 'service',
    unit_label: data.product_data.unit_label ?? null,
    updated: scope.now,
    url: null,
  } satisfies Stripe.Product
  scope.tables.products.put(product)
  const price = {
    id: newId('price'),
    object: 'price',
    active: false,
    billing_scheme: 'per_unit',
    created: scope.now,
    currency: data.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: null,
    product: product.id,
    recurring: null,
    tax_behavior: data.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: data.unit_amount,
    unit_amount_decimal: String(data.unit_amount),
  } satisfies PriceRow
  scope.tables.prices.put(price)
  const amount = data.unit_amount * quantity
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: data.currency,
    description: product.name,
    metadata: newMetadata(line.metadata),
    price,
    quantity,
  }
}
