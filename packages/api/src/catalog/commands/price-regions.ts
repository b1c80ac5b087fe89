import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden, invalid, notFound } from '../../shared/errors'
import { isExclusionViolation } from '../../shared/exclusion-violation'
import { can } from '../../shared/permissions'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { PriceRegionInput, RegionalPriceInput } from '../schema/price-regions'

type Tools = Pick<Deps, 'db' | 'clock' | 'expireTags'>

/**
 * Makes a region, or changes its name and countries; orders keep the countries that it had. Needs
 * `price-region.edit`. Throws `invalid` (`region-taken`) when its name or one of its countries belongs
 * to another one.
 */
export async function savePriceRegion(
  { db }: Tools,
  actor: Actor,
  { id, name, countries }: PriceRegionInput,
): Promise<{ id: string }> {
  if (!can(actor, 'price-region.edit')) throw forbidden()
  try {
    return await db.$transaction(async (tx) => {
      const before =
        id === undefined
          ? null
          : await tx.priceRegion.findUnique({ where: { id }, include: { countries: true } })
      if (id !== undefined && !before) throw notFound('price-region')
      const region = before
        ? await tx.priceRegion.update({ where: { id: before.id }, data: { name } })
        : await tx.priceRegion.create({ data: { name } })
      await tx.priceRegionCountry.deleteMany({ where: { regionId: region.id } })
      await tx.priceRegionCountry.createMany({
        data: countries.map((country) => ({ country, regionId: region.id })),
      })
      await recordAudit(tx, actor, {
        action: before ? 'price-region.update' : 'price-region.create',
        entityType: 'price-region',
        entityId: region.id,
        before: before && {
          name: before.name,
          countries: before.countries.map(({ country }) => country).sort(),
        },
        after: { name, countries },
      })
      return { id: region.id }
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw invalid('region-taken', 'countries')
    throw error
  }
}

/** The pages that say that a price may differ by country. */
const tagOf = ({ offeringId }: { offeringId: string | null }): string =>
  offeringId === null ? cacheTags.bundles : cacheTags.offering(offeringId)

/**
 * What a price is for: an offering of ours that is paid once, or a bundle. A membership is charged again
 * and again at the price that it was started at, in Stripe: it has no regional one.
 */
async function findSold(tx: Tx, { sold, slug }: Pick<RegionalPriceInput, 'sold' | 'slug'>) {
  if (sold === 'bundle') {
    const bundle = await tx.bundle.findUnique({ where: { slug }, select: { id: true } })
    if (!bundle) throw invalid('bundle-unknown', 'slug')
    return { bundleId: bundle.id, offeringId: null }
  }
  const offering = await tx.offering.findFirst({
    where: { slug, origin: 'own', kind: { not: 'membership' } },
    select: { id: true },
  })
  if (!offering) throw invalid('offering-unknown', 'slug')
  return { offeringId: offering.id, bundleId: null }
}

/**
 * Gives an offering or a bundle a price in a region, from now or from a later time on. A price that holds
 * already ends when the new one begins. Needs `price-region.edit`. Throws `invalid`: `offering-unknown`
 * (`bundle-unknown`), `end-before-start`, and `price-changes-meet` when another one is planned within its time.
 */
export async function setRegionalPrice(
  { db, clock, expireTags }: Tools,
  actor: Actor,
  { sold, slug, regionId, currency, amountMinor, validFrom, validTo }: RegionalPriceInput,
): Promise<void> {
  if (!can(actor, 'price-region.edit')) throw forbidden()
  const now = clock.now()
  const start = validFrom !== null && validFrom > now ? validFrom : now
  if (validTo !== null && validTo <= start) throw invalid('end-before-start', 'validTo')
  try {
    const thing = await db.$transaction(async (tx) => {
      const thing = await findSold(tx, { sold, slug })
      const place = { regionId, ...thing, currency }
      await tx.regionalPrice.updateMany({
        where: {
          ...place,
          validFrom: { lt: start },
          OR: [{ validTo: null }, { validTo: { gt: start } }],
        },
        data: { validTo: start },
      })
      await tx.regionalPrice.create({
        data: { ...place, amountMinor, validFrom: start, validTo },
        select: { id: true },
      })
      await recordAudit(tx, actor, {
        action: 'price-region.set-price',
        entityType: 'price-region',
        entityId: regionId,
        after: { sold, slug, currency, amountMinor, validFrom: start, validTo },
      })
      return thing
    })
    expireTags([tagOf(thing)])
  } catch (error) {
    if (isExclusionViolation(error)) throw invalid('price-changes-meet', 'validFrom')
    throw error
  }
}

/**
 * Ends a regional price now, or takes back one that has not begun. Needs `price-region.edit`. Throws
 * `conflict` (`price-over`) when it has ended already.
 */
export async function endRegionalPrice(
  { db, clock, expireTags }: Tools,
  actor: Actor,
  { id }: { id: string },
): Promise<void> {
  if (!can(actor, 'price-region.edit')) throw forbidden()
  const now = clock.now()
  const ended = await db.$transaction(async (tx) => {
    const price = await tx.regionalPrice.findUnique({ where: { id } })
    if (!price) throw notFound('price')
    if (price.validTo !== null && price.validTo <= now) throw conflict('price-over')
    if (price.validFrom > now) await tx.regionalPrice.delete({ where: { id } })
    else await tx.regionalPrice.update({ where: { id }, data: { validTo: now } })
    await recordAudit(tx, actor, {
      action: 'price-region.end-price',
      entityType: 'price-region',
      entityId: price.regionId,
      before: price,
    })
    return price
  })
  expireTags([tagOf(ended)])
}
