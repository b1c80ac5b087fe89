import type { DbOrTx } from '@archway/db/client'
import { lowestPriceBefore } from '../rules/lowest-price'

/** Every one-time price that an offering ever had, and what is planned; the newest first. */
export async function getPriceHistory(db: DbOrTx, offeringId: string) {
  const [prices, changes] = await Promise.all([
    db.price.findMany({
      where: { offeringId, period: 'one_time' },
      orderBy: [{ currency: 'asc' }, { validFrom: 'desc' }, { id: 'desc' }],
      take: 500,
      select: {
        id: true,
        currency: true,
        amountMinor: true,
        validFrom: true,
        validTo: true,
        putBy: { select: { endsAt: true } },
      },
    }),
    db.priceChange.findMany({
      where: { offeringId, state: { in: ['scheduled', 'running'] } },
      orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        currency: true,
        amountMinor: true,
        startsAt: true,
        endsAt: true,
        state: true,
      },
    }),
  ])
  return {
    prices: prices
      // One that was replaced at once never counted.
      .filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom)
      .map(({ putBy, ...price }) => ({ ...price, isOffer: putBy?.endsAt != null })),
    changes,
  }
}

/** An offer that runs, beside the lowest price of the thirty days before it began. */
export type RunningOffer = { priceId: string; until: Date; lowestBeforeMinor: bigint }

/** The offers of an offering that run now: those whose price is still the one that counts. */
export async function listRunningOffers(db: DbOrTx, offeringId: string): Promise<RunningOffer[]> {
  const changes = await db.priceChange.findMany({
    where: { offeringId, state: 'running', price: { validTo: null } },
    select: { endsAt: true, currency: true, price: { select: { id: true, validFrom: true } } },
  })
  if (changes.length === 0) return []
  const past = await db.price.findMany({
    where: { offeringId, period: 'one_time' },
    select: { currency: true, amountMinor: true, validFrom: true, validTo: true },
  })
  return changes.flatMap(({ endsAt, currency, price }) => {
    if (!price || !endsAt) return []
    const ofCurrency = past.filter((other) => other.currency === currency)
    const lowestBeforeMinor = lowestPriceBefore(ofCurrency, price.validFrom)
    return lowestBeforeMinor === null
      ? []
      : [{ priceId: price.id, until: endsAt, lowestBeforeMinor }]
  })
}
