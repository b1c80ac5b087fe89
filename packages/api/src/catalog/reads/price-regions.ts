import type { DbOrTx } from '@archway/db/client'
import { lowestPriceBefore } from '../rules/lowest-price'

/** All regions with their countries, and how many offerings have a price there now. */
export async function listPriceRegions(db: DbOrTx, now: Date) {
  const rows = await db.priceRegion.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      countries: { orderBy: { country: 'asc' }, select: { country: true } },
      prices: {
        orderBy: [{ offering: { title: 'asc' } }, { currency: 'asc' }, { validFrom: 'desc' }],
        select: {
          id: true,
          currency: true,
          amountMinor: true,
          validFrom: true,
          validTo: true,
          offering: { select: { id: true, slug: true, title: true } },
        },
      },
    },
  })
  return rows.map(({ countries, prices, ...region }) => ({
    ...region,
    countries: countries.map(({ country }) => country),
    prices: prices.map((price) => ({
      ...price,
      state:
        price.validFrom > now
          ? ('planned' as const)
          : price.validTo !== null && price.validTo <= now
            ? ('over' as const)
            : ('valid' as const),
      /** the lowest in the thirty days before it began, which a reduction is shown beside */
      lowestBeforeMinor: lowestPriceBefore(
        prices.filter(
          (other) => other.offering.id === price.offering.id && other.currency === price.currency,
        ),
        price.validFrom,
      ),
    })),
  }))
}
