import type { BundleOffer } from '../schema'
import { splitPrice } from './split-price'

type Priced = { prices: readonly { currency: string; amountMinor: bigint }[] }

/** The price of something in a currency; null when it has none. */
export const priceIn = ({ prices }: Priced, currency: string): bigint | null =>
  prices.find((price) => price.currency === currency)?.amountMinor ?? null

/** The currencies in which a bundle can be sold: those of its own prices that all its parts have. Pure. */
export function bundleOffers(bundle: Priced, parts: readonly Priced[]): BundleOffer[] {
  return bundle.prices.flatMap(({ currency, amountMinor }) => {
    const own = parts.map((part) => priceIn(part, currency))
    const known = own.filter((price) => price !== null)
    if (known.length < own.length) return []
    const { priceMinor, separatelyMinor } = splitPrice({ amountMinor, currency }, known)
    return [{ currency, priceMinor, separatelyMinor }]
  })
}
