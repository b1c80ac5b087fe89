import type { LinePurpose } from '../schema/cart-item'
import type { Quote } from './quote'

/** What an open order was made at, as far as going on with it depends on it. */
export type Offer = {
  currency: string
  totalMinor: bigint
  taxMinor: bigint
  /** where the buyer is */
  buyerCountry: string | null
  buyerRegion: string | null
  buyerPostalCode: string | null
  /** the text by which the right of withdrawal was given up */
  waiverVersion: number | null
  lines: readonly {
    purpose: LinePurpose
    offeringId: string
    quantity: number
    amountMinor: bigint
  }[]
  coupons: readonly { codeId: string; amountMinor: bigint }[]
}

/** A quote as an order would be made at it. */
export const offerOf = (quoted: Quote, waiverVersion: number | null): Offer => ({
  ...quoted,
  buyerCountry: quoted.tax.country,
  buyerRegion: quoted.tax.region,
  buyerPostalCode: quoted.tax.postalCode,
  waiverVersion: quoted.withdrawal === null ? null : waiverVersion,
})

/** Whether two offers are the same for the buyer: the same things and codes at the same amounts and tax. */
export function isSameOffer(one: Offer, other: Offer): boolean {
  const keyOf = ({ lines, coupons, ...offer }: Offer) =>
    [
      offer.currency,
      offer.totalMinor,
      offer.taxMinor,
      offer.buyerCountry,
      offer.buyerRegion,
      offer.buyerPostalCode,
      offer.waiverVersion,
      ...lines
        .map((line) => `${line.purpose} ${line.offeringId} ${line.quantity} ${line.amountMinor}`)
        .sort(),
      ...coupons.map((coupon) => `${coupon.codeId} ${coupon.amountMinor}`).sort(),
    ].join()
  return keyOf(one) === keyOf(other)
}
