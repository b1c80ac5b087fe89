import type { DbOrTx } from '@archway/db/client'
import { lowestPriceBefore } from '../rules/lowest-price'

/** All regions with their countries and every price there, by what it is for, the newest first. */
export async function listPriceRegions(db: DbOrTx, now: Date) {
  const rows = await db.priceRegion.findMany({
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      countries: { orderBy: { country: 'asc' }, select: { country: true } },
      prices: {
        orderBy: [{ currency: 'asc' }, { validFrom: 'desc' }],
        select: {
          id: true,
          currency: true,
          amountMinor: true,
          validFrom: true,
          validTo: true,
          offering: { select: { id: true, title: true, kind: true } },
          bundle: { select: { id: true, title: true } },
        },
      },
    },
  })
  const thingOf = ({ offering, bundle }: (typeof rows)[number]['prices'][number]) =>
    offering ?? { kind: 'bundle' as const, id: bundle?.id ?? '', title: bundle?.title ?? '' }
  return rows.map(({ countries, prices, ...region }) => ({
    ...region,
    countries: countries.map(({ country }) => country),
    prices: prices
      .map((price) => ({
        ...price,
        sold: thingOf(price),
        state:
          price.validFrom > now
            ? ('planned' as const)
            : price.validTo !== null && price.validTo <= now
              ? ('over' as const)
              : ('valid' as const),
        /** the lowest in the thirty days before it began, which a reduction is shown beside */
        lowestBeforeMinor: lowestPriceBefore(
          prices.filter(
            (other) => thingOf(other).id === thingOf(price).id && other.currency === price.currency,
          ),
          price.validFrom,
        ),
      }))
      .sort((a, b) => a.sold.title.localeCompare(b.sold.title)),
  }))
}
