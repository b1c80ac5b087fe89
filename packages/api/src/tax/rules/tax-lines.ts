import { chargeStep } from '../../shared/charge-step'
import { allocate } from '../../shared/money'
import type { TaxReason } from '../states'
import { type Rate, type TaxBuyer, type TaxSeller, taxTreatment } from './tax-treatment'

/** What one line is taxed with. `grossMinor` is paid for it and contains `taxMinor`. */
export type LineTax = {
  netMinor: bigint
  taxMinor: bigint
  grossMinor: bigint
  /** null where no tax is charged */
  taxRateBps: number | null
  taxName: string | null
  taxCountry: string | null
  isTaxIncluded: boolean
  reason: TaxReason
}

export type TaxContext = {
  seller: TaxSeller
  buyer: TaxBuyer
  /** whether the prices of this currency contain the tax */
  isInclusive: boolean
  rates: readonly Rate[]
  now: Date
}

const full = 10_000n

/** A quotient of non-negative numbers, to the nearest whole, halves up. */
const rounded = (dividend: bigint, divisor: bigint): bigint =>
  (2n * dividend + divisor) / (2n * divisor)

/**
 * The tax of an order's lines, whose amounts are prices less discounts in minor units. All lines are
 * of one kind, digital services, so one rate holds for all.
 *
 * Tax is rounded once, over the document (halves up), and split over the lines by largest remainder.
 * So what a document says of a rate is that rate of its sum, to the unit, which auditors check; rounded
 * by line, ten lines of one cent would bear no tax or double. The law leaves the method to the member
 * states (Court of Justice, C-484/06 Ahold). It is rounded to what can be charged: whole yen, whole
 * krónur, dinars ending in 0.
 *
 * A price that contains its tax stays what it is, whatever the rate and also when no tax is due: what
 * the page showed is what is paid. A price without tax gets it added. Pure.
 */
export function taxLines(
  lines: readonly { amountMinor: bigint }[],
  currency: string,
  { seller, buyer, isInclusive, rates, now }: TaxContext,
): LineTax[] {
  const { reason, rate } = taxTreatment(seller, buyer, rates, now)
  const amounts = lines.map((line) => line.amountMinor)
  const total = amounts.reduce((sum, amount) => sum + amount, 0n)
  const step = chargeStep(currency)
  // Tax that is contained is charged with its price: where a price is no whole step, its tax need not be.
  const unit = !isInclusive || amounts.every((amount) => amount % step === 0n) ? step : 1n
  const rateBps = BigInt(rate?.rateBps ?? 0)
  const units = rounded(total * rateBps, (isInclusive ? full + rateBps : full) * unit)
  const parts = units === 0n ? amounts.map(() => 0n) : allocate(units, amounts)
  return amounts.map((amountMinor, index) => {
    const taxMinor = (parts[index] ?? 0n) * unit
    const grossMinor = isInclusive ? amountMinor : amountMinor + taxMinor
    return {
      netMinor: grossMinor - taxMinor,
      taxMinor,
      grossMinor,
      taxRateBps: rate?.rateBps ?? null,
      taxName: rate?.name ?? null,
      taxCountry: rate?.country ?? null,
      isTaxIncluded: isInclusive,
      reason,
    }
  })
}
