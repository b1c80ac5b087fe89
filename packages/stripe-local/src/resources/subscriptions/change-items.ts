import { cardDeclined, invalidRequest, resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionItemRow, SubscriptionRow } from '../../state/rows'
import { mergeMetadata } from '../metadata'
import { planOf } from '../prices/create'
import { alterSubscription } from './alter'
import { billNow } from './bill'
import { itemList, itemsInPeriod, periodOf, recurringPrice, requireCompatible } from './items'
import { addIntervals, type Interval } from './periods'
import { chargeRemaining, creditUnused } from './prorate'
import type { UpdateParams } from './schema'

type WantedChange = NonNullable<UpdateParams['items']>[number]

/**
 * Puts other prices or quantities on a subscription. Within one interval the difference for the
 * rest of the period waits for the next invoice, is invoiced now or is forgiven, as
 * `proration_behavior` says. Another interval, or a reset of the billing cycle, begins a new period now, which is invoiced at once,
 * less the credit for the old one (docs.stripe.com/billing/subscriptions/prorations).
 */
export function changeItems(scope: Scope, row: SubscriptionRow, params: UpdateParams): void {
  const behavior = params.proration_behavior ?? 'create_prorations'
  const at = prorationTime(scope, row, params.proration_date)
  const data = (params.items ?? []).reduce(
    (items, wanted, index) => replaceItem(scope, items, wanted, `items[${index}]`),
    row.items.data,
  )
  requireCompatible(data.map(({ price }) => price))
  const changed = data.filter((item, index) => isBilledDifferently(item, row.items.data[index]))
  const replaced = row.items.data.filter((item) => changed.some(({ id }) => id === item.id))
  const interval = data[0]?.price.recurring
  const isReset = params.billing_cycle_anchor?.type === 'now'
  const startsAnew =
    row.status !== 'trialing' && interval && (isReset || hasOtherInterval(row, interval))
  const leaving = startsAnew ? row.items.data : replaced
  if (behavior !== 'none') for (const item of leaving) creditUnused(scope, row, item, at)
  if (startsAnew) {
    bill(scope, beginPeriod(scope, row, data, interval), params, true)
    return
  }
  const altered = alterSubscription(scope, row.id, { items: itemList(row.id, data) })
  if (behavior !== 'none') for (const item of changed) chargeRemaining(scope, altered, item, at)
  if (behavior === 'always_invoice' && altered.status !== 'trialing' && changed.length > 0) {
    bill(scope, altered, params, false)
  }
}

function bill(scope: Scope, row: SubscriptionRow, params: UpdateParams, withItems: boolean) {
  const { failure } = billNow(
    scope,
    row,
    { reason: 'subscription_update', withItems },
    { onSession: params.off_session !== true },
  )
  // Thrown, so that the change is undone.
  if (failure && params.payment_behavior === 'error_if_incomplete') throw cardDeclined(failure)
}

function beginPeriod(
  scope: Scope,
  row: SubscriptionRow,
  data: SubscriptionItemRow[],
  interval: Interval,
): SubscriptionRow {
  const period = { start: scope.now, end: addIntervals(scope.now, interval, 1) }
  return alterSubscription(scope, row.id, {
    billing_cycle_anchor: scope.now,
    items: itemsInPeriod({ ...row, items: itemList(row.id, data) }, period),
  })
}

function replaceItem(
  scope: Scope,
  items: SubscriptionItemRow[],
  wanted: WantedChange,
  param: string,
): SubscriptionItemRow[] {
  if (!items.some(({ id }) => id === wanted.id)) {
    throw resourceMissing('subscription_item', wanted.id, `${param}[id]`)
  }
  const hasPrice = wanted.price !== undefined || wanted.price_data !== undefined
  const price = hasPrice ? recurringPrice(scope, wanted, param) : null
  return items.map((item) =>
    item.id === wanted.id
      ? {
          ...item,
          ...(price ? { price, plan: planOf(price) } : {}),
          quantity: wanted.quantity ?? item.quantity,
          metadata: mergeMetadata(item.metadata, wanted.metadata),
        }
      : item,
  )
}

function isBilledDifferently(item: SubscriptionItemRow, before: SubscriptionItemRow | undefined) {
  return item.price.id !== before?.price.id || item.quantity !== before.quantity
}

function hasOtherInterval(row: SubscriptionRow, interval: Interval): boolean {
  const before = row.items.data[0]?.price.recurring
  return before?.interval !== interval.interval || before.interval_count !== interval.interval_count
}

function prorationTime(scope: Scope, row: SubscriptionRow, given: number | undefined): number {
  const { start, end } = periodOf(row)
  if (given !== undefined && (given < start || given > end)) {
    throw invalidRequest(
      'proration_date must lie in the current period.',
      undefined,
      'proration_date',
    )
  }
  return given ?? scope.now
}
