import type { Money } from './money'

/**
 * Currencies whose amounts go in steps of more than one minor unit, as Stripe takes them: three decimals
 * of which the last is 0, and two decimals that are both 0 (docs.stripe.com/currencies, special cases).
 */
const steps: Readonly<Record<string, bigint>> = {
  BHD: 10n,
  JOD: 10n,
  KWD: 10n,
  OMR: 10n,
  TND: 10n,
  ISK: 100n,
  UGX: 100n,
}

/** What an amount that is charged must be a multiple of, minor units. */
export const chargeStep = (currency: string): bigint => steps[currency] ?? 1n

/** Whether an amount can be charged as it is: a multiple of its currency's step. Pure. */
export const isWholeCharge = ({ amountMinor, currency }: Money): boolean =>
  amountMinor % chargeStep(currency) === 0n
