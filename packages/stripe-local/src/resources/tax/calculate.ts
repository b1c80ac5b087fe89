import type Stripe from 'stripe'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { locationOf } from './location'
import { HEAD_OFFICE, type Rate, ratesOf, thousandthsOf } from './rates'
import type { CalculationParams } from './schema'

const LIFETIME_SECONDS = 90 * 86_400

/** An amount's tax at some rates, to the nearest unit, halves up: by line, as Stripe does. */
function taxOn(amount: number, rates: readonly Rate[], isInclusive: boolean): number {
  const rate = thousandthsOf(rates)
  const divisor = isInclusive ? 100_000n + rate : 100_000n
  return Number((2n * BigInt(amount) * rate + divisor) / (2n * divisor))
}

/** What all authorities but the first take of an amount. */
const othersOf = (rates: readonly Rate[], taxable: number): number =>
  rates.slice(1).reduce((sum, rate) => sum + taxOn(taxable, [rate], false), 0)

/** Works tax out, keeps the calculation with its lines, and returns it. */
export function calculate(scope: Scope, params: CalculationParams): Stripe.Tax.Calculation {
  const { address, tax_ids: taxIds = [] } = params.customer_details
  const { country } = address
  const state = locationOf(address)
  const isBusinessAbroad = taxIds.length > 0 && country !== HEAD_OFFICE
  const rates = isBusinessAbroad ? [] : ratesOf(country, state)
  const reason = isBusinessAbroad
    ? 'reverse_charge'
    : rates.length === 0
      ? 'not_collecting'
      : 'standard_rated'
  const id = newId('taxcalc')
  const lines = params.line_items.map((line) => {
    const isInclusive = line.tax_behavior === 'inclusive'
    return {
      id: newId('tax_li'),
      object: 'tax.calculation_line_item',
      amount: line.amount,
      amount_tax: taxOn(line.amount, rates, isInclusive),
      livemode: false,
      metadata: null,
      performance_location: null,
      product: null,
      quantity: line.quantity ?? 1,
      reference: line.reference,
      tax_behavior: line.tax_behavior,
      tax_code: line.tax_code,
    } satisfies Stripe.Tax.CalculationLineItem
  })
  const taxOf = (behavior: 'inclusive' | 'exclusive') =>
    lines
      .filter((line) => line.tax_behavior === behavior)
      .reduce((sum, line) => sum + line.amount_tax, 0)
  const amount = lines.reduce((sum, line) => sum + line.amount, 0)
  const [inclusive, exclusive] = [taxOf('inclusive'), taxOf('exclusive')]
  const calculation = {
    id,
    object: 'tax.calculation',
    amount_total: amount + exclusive,
    currency: params.currency,
    customer: null,
    customer_details: {
      address: {
        city: address.city ?? null,
        country,
        line1: address.line1 ?? null,
        line2: address.line2 ?? null,
        postal_code: address.postal_code ?? null,
        state: address.state ?? null,
      },
      address_source: 'billing',
      ip_address: null,
      tax_ids: taxIds,
      taxability_override: 'none',
    },
    expires_at: scope.now + LIFETIME_SECONDS,
    livemode: false,
    ship_from_details: null,
    shipping_cost: null,
    tax_amount_exclusive: exclusive,
    tax_amount_inclusive: inclusive,
    tax_breakdown: (rates.length === 0 ? [null] : rates).map((rate, index) => ({
      // The first authority bears what rounding leaves.
      amount:
        index === 0
          ? inclusive + exclusive - othersOf(rates, amount - inclusive)
          : taxOn(amount - inclusive, rate === null ? [] : [rate], false),
      inclusive: inclusive > 0,
      tax_rate_details: {
        country,
        flat_amount: null,
        percentage_decimal: rate?.percent ?? '0.0',
        rate_type: rate === null ? null : 'percentage',
        state,
        tax_type: rate?.type ?? null,
      },
      taxability_reason: reason,
      taxable_amount: rate === null ? 0 : amount - inclusive,
    })),
    tax_date: scope.now,
  } satisfies Stripe.Tax.Calculation
  scope.tables.taxCalculations.put({ id, calculation, lines })
  return calculation
}
