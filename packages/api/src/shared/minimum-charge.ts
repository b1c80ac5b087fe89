import type { Money } from './money'

/**
 * The smallest amounts that Stripe charges, in minor units, where it publishes one
 * (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts). What is settled in another currency
 * has to be worth that currency's minimum too, which only Stripe can tell.
 */
const minimums: Readonly<Record<string, bigint>> = {
  AED: 200n,
  AUD: 50n,
  BRL: 50n,
  CAD: 50n,
  CHF: 50n,
  CZK: 1500n,
  DKK: 250n,
  EUR: 50n,
  GBP: 30n,
  HKD: 400n,
  HUF: 17500n,
  INR: 50n,
  JPY: 50n,
  MXN: 1000n,
  MYR: 200n,
  NOK: 300n,
  NZD: 50n,
  PLN: 200n,
  RON: 200n,
  SEK: 300n,
  SGD: 50n,
  THB: 1000n,
  USD: 50n,
}

/** The smallest amount that can be charged in a currency: one minor unit where no figure is published. */
export const minimumChargeMinor = (currency: string): bigint => minimums[currency] ?? 1n

/** Whether an amount is too small to be charged. What costs nothing is not charged at all. Pure. */
export const isBelowMinimumCharge = ({ amountMinor, currency }: Money): boolean =>
  amountMinor > 0n && amountMinor < minimumChargeMinor(currency)
