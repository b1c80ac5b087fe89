import { exponentOf } from './currencies'

/** Fixed part of the processing fee, in minor units by exponent. Illustrative, not a price list. */
const FIXED_FEE = { 0: 30, 2: 30, 3: 300 } as const

/** The fee of a dispute, in minor units by exponent. Illustrative; it stays when one is won. */
const DISPUTE_FEE = { 0: 1500, 2: 1500, 3: 4500 } as const

/**
 * 2.9 % of the amount, rounded half up, plus the fixed part, in minor units. Three-decimal
 * currencies end in 0. The figures are an illustration: what matters is that books balance.
 */
export function processingFee(amount: number, currency: string): number {
  const exponent = exponentOf(currency) ?? 2
  const step = exponent === 3 ? 10 : 1
  const percentage = Math.floor((amount * 29 + 500 * step) / (1000 * step)) * step
  return percentage + FIXED_FEE[exponent]
}

/** Fee taken when money is withdrawn for a dispute. */
export function disputeFee(currency: string): number {
  return DISPUTE_FEE[exponentOf(currency) ?? 2]
}
