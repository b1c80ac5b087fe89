import type { DbOrTx } from '@archway/db/client'
import { taxTerritoryOf } from '../rules/places'
import type { Rate, TaxSeller } from '../rules/tax-treatment'

/** What tax depends on beside the buyer: who sells and where it is registered, and the rates. */
export type TaxSettings = {
  seller: TaxSeller
  rates: Rate[]
  /** prices in these currencies are shown without tax */
  exclusiveCurrencies: string[]
}

/** Who sells now, and the rates of the countries named and of its own. */
export async function getTaxSettings(
  db: DbOrTx,
  countries: readonly (string | null)[],
): Promise<TaxSettings> {
  const entity = await db.legalEntity.findFirstOrThrow({
    where: { isDefault: true },
    select: {
      country: true,
      exclusiveCurrencies: true,
      taxRegistrations: {
        select: { scheme: true, country: true, validFrom: true, validTo: true },
      },
    },
  })
  const { country, exclusiveCurrencies, taxRegistrations } = entity
  return {
    seller: { country, registrations: taxRegistrations },
    rates: taxRegistrations.length === 0 ? [] : await listRates(db, [...countries, country]),
    exclusiveCurrencies,
  }
}

function listRates(db: DbOrTx, countries: readonly (string | null)[]): Promise<Rate[]> {
  const known = countries.filter((country) => country !== null).map(taxTerritoryOf)
  return db.taxRate.findMany({
    where: { country: { in: known } },
    select: {
      country: true,
      region: true,
      name: true,
      rateBps: true,
      validFrom: true,
      validTo: true,
    },
  })
}
