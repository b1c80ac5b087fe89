import { type Region, regionsOf } from './regions'

/** Where a buyer is, as far as they have said. */
type Place = { country: string | null; region: string | null; postalCode?: string | null }

/** What the tax of a country depends on beside the country. */
export type AskedPlace = {
  /** `optional`: only some parts have a rate of their own, and the buyer may be in none of them */
  region: 'required' | 'optional' | null
  /** which parts there are to choose from */
  regions: Region[]
  isPostalCodeAsked: boolean
}

/** The first thing that has to be known of where a buyer is before they are charged tax. */
export type MissingPlace = 'country' | 'region' | 'postal-code'

const nothing: AskedPlace = { region: null, regions: [], isPostalCodeAsked: false }

/**
 * What Stripe Tax wants to know beside the country: of the United States a postal code, of Canada a
 * province or a postal code (docs.stripe.com/tax/customer-locations). We ask for both in both, since an
 * invoice and a tax return name the state or province. Pure.
 */
export const askedByStripe = (country: string | null): AskedPlace =>
  country === 'US' || country === 'CA'
    ? { region: 'required', regions: [...regionsOf(country)], isPostalCodeAsked: true }
    : nothing

/** What the rates that hold now depend on: the part, where one has a rate of its own. Pure. */
export function askedByRates(
  country: string | null,
  rates: readonly { country: string; region: string | null }[],
): AskedPlace {
  if (country === null) return nothing
  const codes = rates.flatMap((rate) =>
    rate.country === country && rate.region !== null ? [rate.region] : [],
  )
  if (codes.length === 0) return nothing
  const known = regionsOf(country)
  if (known.length > 0) return { ...nothing, region: 'required', regions: [...known] }
  const regions = [...new Set(codes)].sort().map((code) => ({ code, name: `${country}-${code}` }))
  return { ...nothing, region: 'optional', regions }
}

/** What is still to be said of where a buyer is, or null when it is enough. Pure. */
export function missingPlace(
  { country, region, postalCode }: Place,
  asked: AskedPlace,
): MissingPlace | null {
  if (country === null) return 'country'
  if (asked.region === 'required' && region === null) return 'region'
  return asked.isPostalCodeAsked && !postalCode ? 'postal-code' : null
}
