import { lesser } from '../../payments/rules/facts'
import { shareOf } from '../../shared/money'

export type SharedLine = {
  /** before any discount */
  listMinor: bigint
  discountMinor: bigint
  /** what coupons of the provider's own took off */
  ownDiscountMinor: bigint
  /** what is paid, with tax */
  amountMinor: bigint
  /** what of that is tax */
  taxMinor: bigint
  shareBps: number
}

/**
 * What a provider gets of a line, in minor units; the platform's fee is what is left without tax. A discount
 * is borne by who gives it: the share is taken of the price before discounts, and what a coupon of the
 * provider's own took off comes out of it. What a coupon of the platform's (or of another provider's) took
 * off comes out of the fee, down to nothing: nobody is owed more than the buyer paid. Where the tax is part
 * of the price, all of it is reckoned without tax, in the same proportion. Never negative, rounded down. Pure.
 */
export function providerShare(line: SharedLine): bigint {
  const { listMinor, discountMinor, ownDiscountMinor, amountMinor, taxMinor, shareBps } = line
  const net = amountMinor - taxMinor
  const discounted = listMinor - discountMinor
  if (net <= 0n || discounted <= 0n) return 0n
  const withoutTax = (minor: bigint) => (minor * net) / discounted
  const share = shareOf(withoutTax(listMinor), shareBps) - withoutTax(ownDiscountMinor)
  return share > 0n ? lesser(share, net) : 0n
}
