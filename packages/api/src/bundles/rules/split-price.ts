import { lesser } from '../../payments/rules/facts'
import { chargeStep } from '../../shared/charge-step'
import { allocate, type Money } from '../../shared/money'

export type BundleSplit = {
  /** what is asked: the bundle's price, never more than its parts cost one by one */
  priceMinor: bigint
  separatelyMinor: bigint
  /** of each part, in their order; they sum to `priceMinor` */
  parts: bigint[]
}

/**
 * Splits the price of a bundle over its parts in the ratio of their own prices, by largest remainder,
 * in steps that can be charged, so that every part is a price of its own and all of them sum to the
 * whole in every currency. A part that is free stays free. Minor units; pure.
 */
export function splitPrice(
  { amountMinor, currency }: Money,
  ownPrices: readonly bigint[],
): BundleSplit {
  const separatelyMinor = ownPrices.reduce((sum, price) => sum + price, 0n)
  const priceMinor = lesser(amountMinor, separatelyMinor)
  if (separatelyMinor === 0n) return { priceMinor, separatelyMinor, parts: [...ownPrices] }
  const step = chargeStep(currency)
  const parts = allocate(priceMinor / step, ownPrices).map((part) => part * step)
  return { priceMinor, separatelyMinor, parts }
}
