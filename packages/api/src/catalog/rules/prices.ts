import type { PricePeriod } from '../schema/vocabulary'

export type PriceTerms = {
  currency: string
  amountMinor: bigint
  period: PricePeriod
  note: string | null
}

const placeOf = ({ currency, period }: PriceTerms) => `${currency} ${period}`

/**
 * What must happen so that exactly the wanted prices are active: a price is never edited, because orders
 * point at it; one that differs ends and a new one begins. Equal ones stay as they are.
 */
export function priceChanges(
  active: readonly (PriceTerms & { id: string })[],
  wanted: readonly PriceTerms[],
): { endIds: string[]; create: PriceTerms[] } {
  const isSame = (a: PriceTerms, b: PriceTerms) =>
    placeOf(a) === placeOf(b) && a.amountMinor === b.amountMinor && a.note === b.note
  return {
    endIds: active
      .filter((price) => !wanted.some((other) => isSame(price, other)))
      .map(({ id }) => id),
    create: wanted.filter((price) => !active.some((other) => isSame(price, other))),
  }
}
