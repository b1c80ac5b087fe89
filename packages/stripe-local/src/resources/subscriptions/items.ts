import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { PriceRow, SubscriptionItemRow, SubscriptionRow } from '../../state/rows'
import { newMetadata } from '../metadata'
import { createPrice, planOf, requirePrice, requirePriceAmount } from '../prices/create'
import type { PriceData } from '../prices/schema'
import { requireProduct } from '../products/create'
import type { Interval } from './periods'

/** One price of a subscription as it was asked for. */
export interface WantedItem {
  price: PriceRow
  quantity: number
  metadata?: '' | Record<string, string> | undefined
}

interface Period {
  start: number
  end: number
}

/** The recurring price that an item names or describes. */
export function recurringPrice(
  scope: Scope,
  given: { price?: string | undefined; price_data?: PriceData | undefined },
  param: string,
): PriceRow {
  if ((given.price === undefined) === (given.price_data === undefined)) {
    throw invalidRequest('Give either price or price_data.', undefined, `${param}[price]`)
  }
  const price = given.price_data
    ? priceFromData(scope, given.price_data, `${param}[price_data]`)
    : requirePrice(scope, given.price ?? '', `${param}[price]`)
  if (!price.recurring) {
    throw invalidRequest('The price must be recurring.', undefined, `${param}[price]`)
  }
  return price
}

function priceFromData(scope: Scope, data: PriceData, param: string): PriceRow {
  requirePriceAmount(data.unit_amount, data.currency, param)
  const { id: product } = requireProduct(scope, data.product, `${param}[product]`)
  return createPrice(scope, { ...data, product })
}

/** An item with a new id. */
export function createItem(
  scope: Scope,
  subscription: string,
  wanted: WantedItem,
  period: Period,
): SubscriptionItemRow {
  return {
    id: newId('si'),
    object: 'subscription_item',
    billing_thresholds: null,
    created: scope.now,
    current_period_end: period.end,
    current_period_start: period.start,
    current_trial: null,
    discounts: [],
    metadata: newMetadata(wanted.metadata),
    plan: planOf(wanted.price),
    price: wanted.price,
    quantity: wanted.quantity,
    subscription,
    tax_rates: [],
  } satisfies SubscriptionItemRow
}

/** The items as they are embedded in their subscription. */
export function itemList(subscription: string, data: SubscriptionItemRow[]) {
  const url = `/v1/subscription_items?subscription=${subscription}`
  return { object: 'list' as const, data, has_more: false, url }
}

/** The items of a subscription with another current period. All items share one. */
export function itemsInPeriod(subscription: SubscriptionRow, period: Period) {
  const data = subscription.items.data.map((item) => ({
    ...item,
    current_period_start: period.start,
    current_period_end: period.end,
  }))
  return itemList(subscription.id, data)
}

/** The current period of a subscription. */
export function periodOf(subscription: SubscriptionRow): Period {
  const [item] = subscription.items.data
  return { start: item?.current_period_start ?? 0, end: item?.current_period_end ?? 0 }
}

/** The interval that all items of a subscription share. */
export function intervalOf(subscription: Pick<SubscriptionRow, 'items'>): Interval {
  const recurring = subscription.items.data[0]?.price.recurring
  return recurring ?? { interval: 'month', interval_count: 1 }
}

/** Refuses prices that could not be on one subscription. */
export function requireCompatible(prices: PriceRow[]): void {
  const [first] = prices
  const odd = prices.find(
    (price) =>
      price.currency !== first?.currency ||
      price.recurring?.interval !== first.recurring?.interval ||
      price.recurring?.interval_count !== first.recurring?.interval_count,
  )
  if (odd) {
    throw invalidRequest(
      'All prices of a subscription must have one currency and one interval.',
      undefined,
      'items',
    )
  }
}
