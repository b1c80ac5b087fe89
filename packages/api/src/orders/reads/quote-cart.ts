import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { bundleOffers } from '../../bundles/rules/bundle-offers'
import { withWishes } from '../../carts/reads/cart'
import { getRegionalPrices, hasRegionalPrices } from '../../catalog/reads/regional-prices'
import {
  isBundleCheaper,
  isCheaperInRegion,
  pricesInRegion,
} from '../../catalog/rules/regional-price'
import { findCodes } from '../../coupons/reads/find-codes'
import { getAccessByOffering } from '../../enrolments/reads/access'
import { getProgressByOffering } from '../../learning/reads/progress-by-offering'
import type { Buyer } from '../../shared/actor'
import { getTaxSettings } from '../../tax/reads/tax-settings'
import type { TaxBuyer } from '../../tax/rules/tax-treatment'
import { findCreditable } from '../../upgrades/reads/find-creditable'
import { cartHashOf } from '../rules/cart-hash'
import { dayIn } from '../rules/overview-period'
import { type Quote, quote } from '../rules/quote'
import type { Sellable, SellableBundle } from '../rules/sellable'
import type { CartInput } from '../schema/order'

/** Nobody has said where they are. */
export const unknownBuyer: TaxBuyer = { country: null, region: null, taxNumberStatus: 'none' }

const shareTerms = {
  providerId: true,
  offeringId: true,
  isOwnCoupon: true,
  shareBps: true,
  validFrom: true,
  validTo: true,
} as const satisfies Prisma.RevenueShareRuleSelect

const holdingAt = (now: Date): Prisma.RevenueShareRuleWhereInput => ({
  validFrom: { lte: now },
  OR: [{ validTo: null }, { validTo: { gt: now } }],
})

/**
 * What a cart costs now, for this person; without one, as if nothing were owned yet. Tax is that of who
 * and where the buyer is (`identifyBuyer`).
 */
export async function quoteCart(
  db: DbOrTx,
  person: Buyer | null,
  { items: asked, currency, codes = [] }: CartInput,
  now: Date,
  buyer: TaxBuyer = unknownBuyer,
): Promise<Quote> {
  const userId = person?.userId ?? null
  const items = await withWishes(db, userId, asked)
  const bundles = await findBundles(
    db,
    items.flatMap((item) => (item.purpose === 'bundle' ? [item.bundleId] : [])),
  )
  const offeringIds = [
    ...items.flatMap((item) => ('offeringId' in item ? [item.offeringId] : [])),
    ...bundles.flatMap((bundle) => bundle.offeringIds),
  ]
  const sold = { offeringIds, bundleIds: bundles.map(({ id }) => id) }
  const [rows, access, progress, coupons, topics, settings, profile, regional, hasRegions] =
    await Promise.all([
      db.offering.findMany({
        where: { id: { in: offeringIds } },
        select: {
          id: true,
          slug: true,
          kind: true,
          origin: true,
          status: true,
          title: true,
          providerId: true,
          provider: {
            select: { shareBps: true, shareRules: { where: holdingAt(now), select: shareTerms } },
          },
          prices: {
            where: { period: { in: ['one_time', 'per_exam'] }, validTo: null },
            select: { id: true, currency: true, amountMinor: true, period: true },
          },
          programCourses: { select: { courseId: true } },
        },
      }),
      userId === null ? null : getAccessByOffering(db, userId, offeringIds, now),
      userId === null ? null : getProgressByOffering(db, userId, offeringIds),
      codes.length === 0
        ? undefined
        : findCodes(db, { codes, buyer: person, cartHash: cartHashOf(items) }),
      codes.length === 0
        ? []
        : db.offeringTopic.findMany({
            where: { offeringId: { in: offeringIds } },
            select: { offeringId: true, topicId: true },
          }),
      getTaxSettings(db, [buyer.country]),
      userId === null || items.every((item) => item.purpose !== 'gift')
        ? null
        : db.user.findUnique({ where: { id: userId }, select: { timeZone: true } }),
      getRegionalPrices(db, buyer.country, sold, now),
      hasRegionalPrices(db, sold, now),
    ])
  const offeringPrices = new Map(
    rows.map(({ id, kind, prices }) => {
      const period = kind === 'certification' ? 'per_exam' : 'one_time'
      const general = prices.filter((price) => price.period === period)
      const own = regional?.prices.filter((price) => price.offeringId === id) ?? []
      return [id, { general, inRegion: pricesInRegion(general, own) }]
    }),
  )
  const bundlePrices = bundles.map((bundle) => {
    const general = bundle.prices.map((price) => ({ id: null, ...price }))
    const own = regional?.prices.filter((price) => price.bundleId === bundle.id) ?? []
    return { ...bundle, general, prices: pricesInRegion(general, own) }
  })
  const inRegion = bundlePrices.map(({ general: _, ...bundle }) => bundle)
  const isCheaper =
    items.some((item) => {
      const prices = 'offeringId' in item ? offeringPrices.get(item.offeringId) : undefined
      return prices ? isCheaperInRegion(currency, prices.general, prices.inRegion) : false
    }) ||
    bundlePrices.some(({ general, prices, offeringIds: parts }) => {
      const partsAt = (at: 'general' | 'inRegion') =>
        parts.map((id) => ({ prices: offeringPrices.get(id)?.[at] ?? [] }))
      return isBundleCheaper(currency, {
        general: bundleOffers({ prices: general }, partsAt('general')),
        inRegion: bundleOffers({ prices }, partsAt('inRegion')),
      })
    })
  const programs = rows.filter((row) =>
    items.some((item) => item.purpose === 'access' && item.offeringId === row.id),
  )
  const creditable =
    userId === null
      ? []
      : await findCreditable(
          db,
          { userId, currency, cartHash: cartHashOf(items) },
          programs.flatMap((row) => row.programCourses.map(({ courseId }) => courseId)),
        )
  const today = dayIn(now, profile?.timeZone ?? 'UTC')
  const offerings = rows.map(({ provider, programCourses, prices: _, ...offering }): Sellable => {
    // What is open to members only while they are may be bought to keep.
    const owned = access
      ?.get(offering.id)
      ?.reasons.filter((reason) => reason.source !== 'subscription')
    const isLive = owned?.some((reason) => reason.standing === 'live')
    const isSuspended = owned?.some((reason) => reason.standing === 'suspended')
    return {
      ...offering,
      prices: offeringPrices.get(offering.id)?.inRegion ?? [],
      ...provider,
      topicIds: topics.flatMap((row) => (row.offeringId === offering.id ? [row.topicId] : [])),
      courseIds: programCourses.map((row) => row.courseId),
      access: isLive ? 'live' : isSuspended ? 'suspended' : 'none',
      progressPercent: progress?.get(offering.id) ?? 0,
    }
  })
  const quoted = quote(
    items,
    { offerings, bundles: inRegion, today, isGuest: userId === null },
    currency,
    now,
    coupons,
    {
      seller: settings.seller,
      rates: settings.rates,
      isInclusive: !settings.exclusiveCurrencies.includes(currency),
      buyer,
    },
    creditable,
  )
  return {
    ...quoted,
    region: isCheaper ? (regional?.region ?? null) : null,
    asksCountry: quoted.asksCountry || hasRegions,
  }
}

async function findBundles(db: DbOrTx, bundleIds: readonly string[]): Promise<SellableBundle[]> {
  if (bundleIds.length === 0) return []
  const rows = await db.bundle.findMany({
    where: { id: { in: [...bundleIds] } },
    select: {
      id: true,
      slug: true,
      title: true,
      status: true,
      offerings: { orderBy: { position: 'asc' }, select: { offeringId: true } },
      prices: { select: { currency: true, amountMinor: true } },
    },
  })
  return rows.map(({ offerings, ...bundle }) => ({
    ...bundle,
    offeringIds: offerings.map(({ offeringId }) => offeringId),
  }))
}
