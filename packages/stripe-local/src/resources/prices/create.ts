import { invalidRequest, resourceMissing } from '../../http/api-error'
import { amountProblem, exponentOf } from '../../money/currencies'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import type { PlanRow, PriceRow } from '../../state/rows'
import { newMetadata } from '../metadata'
import type { Recurring } from './schema'

export interface NewPrice {
  currency: string
  unit_amount: number
  product: string
  recurring?: Recurring | undefined
  tax_behavior?: string | undefined
  active?: boolean | undefined
  lookup_key?: string | undefined
  nickname?: string | undefined
  metadata?: '' | Record<string, string> | undefined
}

/** The price, or the refusal of the parameter that names it. */
export function requirePrice(scope: Scope, id: string, param = 'id'): PriceRow {
  const price = scope.tables.prices.get(id)
  if (!price) throw resourceMissing('price', id, param)
  return price
}

/** Refuses an amount that cannot exist in its currency; `param` names where it was given. */
export function requirePriceAmount(unitAmount: number, currency: string, param: string): void {
  const field = (name: string) => (param === '' ? name : `${param}[${name}]`)
  if (exponentOf(currency) === undefined) {
    throw invalidRequest(`Invalid currency: ${currency}.`, undefined, field('currency'))
  }
  const problem = amountProblem(unitAmount, currency)
  if (problem) throw invalidRequest(problem, 'parameter_invalid_integer', field('unit_amount'))
}

/** Stores a price; its amount was checked before. */
export function createPrice(scope: Scope, given: NewPrice): PriceRow {
  const price = {
    id: newId('price'),
    object: 'price',
    active: given.active ?? false,
    billing_scheme: 'per_unit',
    created: scope.now,
    currency: given.currency,
    custom_unit_amount: null,
    livemode: false,
    lookup_key: given.lookup_key ?? null,
    metadata: newMetadata(given.metadata),
    nickname: given.nickname ?? null,
    product: given.product,
    recurring: given.recurring
      ? {
          interval: given.recurring.interval,
          interval_count: given.recurring.interval_count ?? 1,
          meter: null,
          trial_period_days: null,
          usage_type: 'licensed',
        }
      : null,
    tax_behavior: given.tax_behavior ?? 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: given.recurring ? 'recurring' : 'one_time',
    unit_amount: given.unit_amount,
    unit_amount_decimal: String(given.unit_amount),
  } satisfies PriceRow
  return scope.tables.prices.put(price)
}

/** The older form of a recurring price, which Stripe still sends with each subscription item. */
export function planOf(price: PriceRow): PlanRow {
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: price.recurring?.interval ?? 'month',
    interval_count: price.recurring?.interval_count ?? 1,
    livemode: false,
    metadata: price.metadata,
    meter: null,
    nickname: price.nickname,
    product: price.product,
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: null,
    usage_type: 'licensed',
  } satisfies PlanRow
}
