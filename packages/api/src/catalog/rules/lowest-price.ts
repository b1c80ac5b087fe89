/** A price for as long as it counted: `validFrom` ≤ t < `validTo`. */
export type PricePast = { amountMinor: bigint; validFrom: Date; validTo: Date | null }

/** How far back the price before a reduction is looked for. */
export const priorPriceDays = 30

/**
 * The lowest price in the thirty days before a moment: what a reduction has to be shown beside
 * (Directive 98/6/EC, article 6a). What was sold for a shorter time counts from its beginning; null when
 * nothing was sold at all. Pure.
 */
export function lowestPriceBefore(prices: readonly PricePast[], moment: Date): bigint | null {
  const from = moment.getTime() - priorPriceDays * 86_400_000
  return prices
    .filter(
      ({ validFrom, validTo }) =>
        validFrom < moment &&
        (validTo === null || (validTo > validFrom && validTo.getTime() > from)),
    )
    .reduce<bigint | null>(
      (lowest, { amountMinor }) => (lowest === null || amountMinor < lowest ? amountMinor : lowest),
      null,
    )
}
