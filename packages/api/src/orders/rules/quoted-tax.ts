import {
  type AskedPlace,
  askedByRates,
  type MissingPlace,
  missingPlace,
} from '../../tax/rules/asked-place'
import { taxTerritoryOf } from '../../tax/rules/places'
import type { TaxContext } from '../../tax/rules/tax-lines'
import { isCollecting, ratesNow, taxTreatment } from '../../tax/rules/tax-treatment'
import type { TaxNumberStatus, TaxReason } from '../../tax/states'

/** How the whole cart is taxed: one rule for all of it, since all of it is digital. */
export type QuotedTax = {
  /** where the buyer is; null while it is not known */
  country: string | null
  /** second half of an ISO 3166-2 code, and the postal code, where tax depends on them */
  region: string | null
  postalCode: string | null
  taxNumberStatus: TaxNumberStatus
  reason: TaxReason
  isIncluded: boolean
  rateBps: number | null
  name: string | null
  /** the seller collects tax somewhere, so it has to be known where the buyer is */
  needsCountry: boolean
  /** what the tax of that country depends on beside the country */
  asked: AskedPlace
  /** what has to be said of the place before anything can be paid */
  missing: MissingPlace | null
}

/** Nobody collects tax: what a cart is quoted with when nothing else is said. */
export const untaxed = {
  seller: { country: null, registrations: [] },
  buyer: { country: null, region: null, taxNumberStatus: 'none' },
  isInclusive: true,
  rates: [],
} as const satisfies Omit<TaxContext, 'now'>

/** Says of the whole cart what its lines are taxed with. Pure. */
export function quotedTax(tax: Omit<TaxContext, 'now'>, now: Date): QuotedTax {
  const { reason, rate } = taxTreatment(tax.seller, tax.buyer, tax.rates, now)
  const { country, region, postalCode = null } = tax.buyer
  const needsCountry = isCollecting(tax.seller.registrations, now)
  const territory = country === null ? null : taxTerritoryOf(country)
  const asked = askedByRates(territory, ratesNow(tax.rates, now))
  return {
    country,
    region,
    postalCode,
    taxNumberStatus: tax.buyer.taxNumberStatus,
    reason,
    isIncluded: tax.isInclusive,
    rateBps: rate?.rateBps ?? null,
    name: rate?.name ?? null,
    needsCountry,
    asked,
    missing: needsCountry ? missingPlace(tax.buyer, asked) : null,
  }
}
