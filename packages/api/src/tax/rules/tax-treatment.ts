import type { TaxNumberStatus, TaxReason, TaxScheme } from '../states'
import { askedByRates, missingPlace } from './asked-place'
import { hasReverseCharge, isUnionCountry, taxTerritoryOf } from './places'

/** A registration of the seller; `validTo` is exclusive. */
export type Registration = {
  scheme: TaxScheme
  country: string
  validFrom: Date
  validTo: Date | null
}

/** A rate of a country, or of one of its regions; `validTo` is exclusive. */
export type Rate = {
  country: string
  region: string | null
  name: string
  rateBps: number
  validFrom: Date
  validTo: Date | null
}

export type TaxSeller = { country: string | null; registrations: readonly Registration[] }

export type TaxBuyer = {
  /** ISO 3166-1 alpha-2; null while it is not known */
  country: string | null
  /** second half of an ISO 3166-2 code, where tax depends on it */
  region: string | null
  postalCode?: string | null
  taxNumberStatus: TaxNumberStatus
}

/** The rate that a sale is taxed at, or null and why none is. */
export type Treatment = { reason: TaxReason; rate: Rate | null }

/** Whether a registration or a rate counts now. */
const holds = ({ validFrom, validTo }: { validFrom: Date; validTo: Date | null }, now: Date) =>
  validFrom.getTime() <= now.getTime() && (validTo === null || now.getTime() < validTo.getTime())

/** The rates that count now. */
export const ratesNow = (rates: readonly Rate[], now: Date): Rate[] =>
  rates.filter((rate) => holds(rate, now))

/** Whether the seller collects tax anywhere now: then it has to be known where a buyer is. */
export const isCollecting = (registrations: readonly Registration[], now: Date): boolean =>
  registrations.some((registration) => holds(registration, now))

/** The rate of a place now: that of the region before that of the whole country. */
function rateOf(
  rates: readonly Rate[],
  country: string,
  region: string | null,
  now: Date,
): Rate | null {
  const valid = ratesNow(rates, now).filter((rate) => rate.country === country)
  const ofRegion = valid.find((rate) => rate.region !== null && rate.region === region)
  return ofRegion ?? valid.find((rate) => rate.region === null) ?? null
}

/**
 * Whether a tax number makes its holder a business. One that nobody was asked about does: the seller may
 * rely on what it was told unless it knows better (Article 18 of Regulation 282/2011). One that the
 * register could not be asked about does not: tax is charged, and given back when the number proves good.
 */
const isBusiness = (status: TaxNumberStatus): boolean =>
  status === 'valid' || status === 'unverified'

/**
 * How a digital service is taxed for this buyer now. A consumer is taxed where they live (Article 58 of
 * Directive 2006/112/EC), through a registration in that country or, in the Union, the one-stop-shop
 * (Article 369b); a seller of the Union with neither is below the threshold of Article 59c and charges
 * the rate of its own country. A business in another country than the seller owes the tax itself
 * (Articles 44 and 196); in the seller's own country it is taxed like everybody. Where the seller is
 * not registered no tax is charged. Pure.
 */
export function taxTreatment(
  seller: TaxSeller,
  buyer: TaxBuyer,
  rates: readonly Rate[],
  now: Date,
): Treatment {
  const none = (reason: TaxReason): Treatment => ({ reason, rate: null })
  const registrations = seller.registrations.filter((registration) => holds(registration, now))
  if (registrations.length === 0) return none('not_registered')
  if (buyer.country === null) return none('country_unknown')
  const country = taxTerritoryOf(buyer.country)

  const isLocal = (place: string) =>
    registrations.some(({ scheme, country }) => scheme === 'local' && country === place)
  const isShopped = isUnionCountry(country) && registrations.some(({ scheme }) => scheme === 'oss')
  const isCovered = isLocal(country) || isShopped
  const isAbroad = country !== seller.country
  if (isAbroad && isBusiness(buyer.taxNumberStatus)) {
    if (isUnionCountry(country) || (hasReverseCharge(country) && isCovered)) {
      return none('reverse_charge')
    }
  }
  const taxed = (place: string, reason: TaxReason): Treatment => {
    const region = place === country ? buyer.region : null
    const asked = askedByRates(place, ratesNow(rates, now))
    if (place === country && missingPlace(buyer, asked) !== null) return none('country_unknown')
    const rate = rateOf(rates, place, region, now)
    return rate ? { reason, rate } : none('no_rate')
  }
  if (isCovered) return taxed(country, 'standard')
  const isInUnion = seller.country !== null && isUnionCountry(seller.country)
  if (isAbroad && isUnionCountry(country)) {
    const isBelowThreshold = isInUnion && seller.country !== null && isLocal(seller.country)
    return isBelowThreshold && seller.country !== null
      ? taxed(seller.country, 'origin')
      : none('not_registered')
  }
  return none(
    isAbroad && seller.country !== null && isLocal(seller.country) ? 'export' : 'not_registered',
  )
}
