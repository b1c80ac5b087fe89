import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { PriceRegion } from '../rules/regional-price'

/** What may have a price of its own in a region: offerings (of a certification, an attempt) and bundles. */
export type Sold = { offeringIds: readonly string[]; bundleIds: readonly string[] }

type RegionalPrice = {
  offeringId: string | null
  bundleId: string | null
  currency: string
  amountMinor: bigint
}

const validOf = ({ offeringIds, bundleIds }: Sold, now: Date): Prisma.RegionalPriceWhereInput => ({
  validFrom: { lte: now },
  AND: [
    { OR: [{ validTo: null }, { validTo: { gt: now } }] },
    { OR: [{ offeringId: { in: [...offeringIds] } }, { bundleId: { in: [...bundleIds] } }] },
  ],
})

/** The region of a country and what these things cost there now; null where general prices hold. */
export async function getRegionalPrices(
  db: DbOrTx,
  country: string | null,
  sold: Sold,
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
            where: validOf(sold, now),
            select: { offeringId: true, bundleId: true, currency: true, amountMinor: true },
          },
        },
      },
    },
  })
  if (!place) return null
  const { countries, prices, ...region } = place.region
  return { region: { ...region, countries: countries.map((row) => row.country) }, prices }
}

/** Whether any of these things costs something else somewhere now. */
export async function hasRegionalPrices(db: DbOrTx, sold: Sold, now: Date): Promise<boolean> {
  const price = await db.regionalPrice.findFirst({
    where: validOf(sold, now),
    select: { id: true },
  })
  return price !== null
}
