import type Stripe from 'stripe'
import { invalidRequest } from '../../http/api-error'
import type { Scope } from '../../scope'
import { newId } from '../../state/ids'
import { HEAD_OFFICE, rateOf } from './rates'
import type { CalculationParams } from './schema'

const LIFETIME_SECONDS = 90 * 86_400

/** An amount's tax at a rate with one decimal, to the nearest unit, halves up: by line, as Stripe does. */
function taxOn(amount: number, percent: string, isInclusive: boolean): number {
  const rate = BigInt(percent.replace('.', ''))
  const divisor = isInclusive ? 1000n + rate : 1000n
  return Number((2n * BigInt(amount) * rate + divisor) / (2n * divisor))
}

/** Works tax out, keeps the calculation with its lines, and returns it. */
export function calculate(scope: Scope, params: CalculationParams): Stripe.Tax.Calculation {
  const { address, tax_ids: taxIds = [] } = params.customer_details
  const { country } = address
  if (country === 'US' && !address.postal_code) {
    throw invalidRequest(
      'The address of the customer is not complete enough to work out tax.',
      'customer_tax_location_invalid',
      'customer_details',
    )
  }
  const isBusinessAbroad = taxIds.length > 0 && country !== HEAD_OFFICE
  const percent = isBusinessAbroad ? undefined : rateOf(country)
  const reason = isBusinessAbroad
    ? 'reverse_charge'
    : percent === undefined
      ? 'not_collecting'
      : 'standard_rated'
  const id = newId('taxcalc')
  const lines = params.line_items.map((line) => {
    const isInclusive = line.tax_behavior === 'inclusive'
    return {
      id: newId('tax_li'),
      object: 'tax.calculation_line_item',
      amount: line.amount,
      amount_tax: percent === undefined ? 0 : taxOn(line.amount, percent, isInclusive),
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
    tax_breakdown: [
      {
        amount: inclusive + exclusive,
        inclusive: inclusive > 0,
        tax_rate_details: {
          country,
          flat_amount: null,
          percentage_decimal: percent ?? '0.0',
          rate_type: percent === undefined ? null : 'percentage',
          state: null,
          tax_type: percent === undefined ? null : 'vat',
        },
        taxability_reason: reason,
        taxable_amount: percent === undefined ? 0 : amount - inclusive,
      },
    ],
    tax_date: scope.now,
  } satisfies Stripe.Tax.Calculation
  scope.tables.taxCalculations.put({ id, calculation, lines })
  return calculation
}
