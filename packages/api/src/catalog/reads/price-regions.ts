import type { DbOrTx } from '@archway/db/client'
import { lowestPriceBefore } from '../rules/lowest-price'
import { pastInRegion } from '../rules/regional-price'

const isOfSame = (
  one: { offeringId: string | null; currency: string },
  other: { offeringId: string | null; currency: string },
): boolean => one.offeringId === other.offeringId && one.currency === other.currency

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
          offeringId: true,
          bundleId: true,
          offering: { select: { id: true, title: true, kind: true } },
          bundle: { select: { id: true, title: true } },
        },
      },
    },
  })
  const offeringIds = rows.flatMap((row) => row.prices.flatMap((price) => price.offering?.id ?? []))
  const general = await db.price.findMany({
    where: {
      offeringId: { in: [...new Set(offeringIds)] },
      period: { in: ['one_time', 'per_exam'] },
    },
    select: { offeringId: true, currency: true, amountMinor: true, validFrom: true, validTo: true },
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
          pastInRegion(
            general.filter((other) => isOfSame(other, price)),
            prices.filter((other) => isOfSame(other, price) && other.bundleId === price.bundleId),
          ),
          price.validFrom,
        ),
      }))
      .sort((a, b) => a.sold.title.localeCompare(b.sold.title)),
  }))
}
