import type { PricePast } from './lowest-price'

/** A region with prices of its own, as an order keeps it. */
export type PriceRegion = { id: string; name: string; countries: string[] }

type GeneralPrice = { id: string | null; currency: string; amountMinor: bigint }

/**
 * The prices of an offering or a bundle in a region: its own where it has one, which may be in a currency without
 * a general price, and the general ones otherwise. `id` names the general price. Pure.
 */
export function pricesInRegion(
  general: readonly GeneralPrice[],
  regional: readonly { currency: string; amountMinor: bigint }[],
): GeneralPrice[] {
  const own = regional.map(({ currency, amountMinor }) => ({
    id: general.find((price) => price.currency === currency)?.id ?? null,
    currency,
    amountMinor,
  }))
  return [...own, ...general.filter((price) => !own.some((row) => row.currency === price.currency))]
}

/**
 * Whether a region gives something away: a price below the general one, or in a currency that has
 * none. Only then does it matter whether the buyer is really there. Pure.
 */
export const isCheaperInRegion = (
  currency: string,
  general: readonly GeneralPrice[],
  regional: readonly { currency: string; amountMinor: bigint }[],
): boolean => {
  const own = regional.find((price) => price.currency === currency)
  const usual = general.find((price) => price.currency === currency)
  return own !== undefined && (usual === undefined || own.amountMinor < usual.amountMinor)
}

type Offer = { currency: string; priceMinor: bigint }

/** The same of a bundle, whose price is never more than that of its parts together. Pure. */
export function isBundleCheaper(
  currency: string,
  { general, inRegion }: { general: readonly Offer[]; inRegion: readonly Offer[] },
): boolean {
  const priceOf = (offers: readonly Offer[]) =>
    offers.find((offer) => offer.currency === currency)?.priceMinor
  const [own, usual] = [priceOf(inRegion), priceOf(general)]
  return own !== undefined && (usual === undefined || own < usual)
}

/** What of a time lies outside another one; `null` is no end. */
function without(price: PricePast, { validFrom, validTo }: PricePast): PricePast[] {
  const isApart =
    (validTo !== null && validTo <= price.validFrom) ||
    (price.validTo !== null && price.validTo <= validFrom)
  if (isApart) return [price]
  const isLeftOver =
    validTo !== null && (price.validTo === null || validTo.getTime() < price.validTo.getTime())
  return [
    ...(validFrom > price.validFrom ? [{ ...price, validTo: validFrom }] : []),
    ...(isLeftOver ? [{ ...price, validFrom: validTo }] : []),
  ]
}

/**
 * What something cost in a region, and when: its own price while there was one, the general price
 * otherwise. Both are of one thing and currency. Pure.
 */
export function pastInRegion(
  general: readonly PricePast[],
  regional: readonly PricePast[],
): PricePast[] {
  const elsewhere = general.map(({ amountMinor, validFrom, validTo }) => ({
    amountMinor,
    validFrom,
    validTo,
  }))
  return [
    ...regional,
    ...regional.reduce<PricePast[]>(
      (left, own) => left.flatMap((price) => without(price, own)),
      elsewhere,
    ),
  ]
}
