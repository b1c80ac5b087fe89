import type { DbOrTx } from '@archway/db/client'
import type { PriceRegion } from '../rules/regional-price'

type RegionalPrice = { offeringId: string; currency: string; amountMinor: bigint }

/** The region of a country and what these offerings cost there now; null where general prices hold. */
export async function getRegionalPrices(
  db: DbOrTx,
  country: string | null,
  offeringIds: readonly string[],
  now: Date,
): Promise<{ region: PriceRegion; prices: RegionalPrice[] } | null> {
  if (country === null) return null
  const place = await db.priceRegionCountry.findUnique({
    where: { country },
    select: {
      region: {
        select: {
          id: true,
          name: true,
          countries: { orderBy: { country: 'asc' }, select: { country: true } },
          prices: {
            where: {
              offeringId: { in: [...offeringIds] },
              validFrom: { lte: now },
              OR: [{ validTo: null }, { validTo: { gt: now } }],
            },
            select: { offeringId: true, currency: true, amountMinor: true },
          },
        },
      },
    },
  })
  if (!place) return null
  const { countries, prices, ...region } = place.region
  return { region: { ...region, countries: countries.map((row) => row.country) }, prices }
}

/** Whether any of the offerings costs something else somewhere now. */
export async function hasRegionalPrices(
  db: DbOrTx,
  offeringIds: readonly string[],
  now: Date,
): Promise<boolean> {
  const price = await db.regionalPrice.findFirst({
    where: {
      offeringId: { in: [...offeringIds] },
      validFrom: { lte: now },
      OR: [{ validTo: null }, { validTo: { gt: now } }],
    },
    select: { id: true },
  })
  return price !== null
}
