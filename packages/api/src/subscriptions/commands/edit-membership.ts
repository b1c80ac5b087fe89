import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { insertWithFreeSlug } from '../../catalog/commands/free-slug'
import { keepProvider } from '../../catalog/commands/keep-rows'
import { priceChanges } from '../../catalog/rules/prices'
import type { Member } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, forbidden, invalid, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { plansOf } from '../rules/plan-prices'
import type { CreateMembershipInput, SellMembershipInput, UpdateMembershipInput } from '../schema'

/** Locks a membership that is sold or was, and reads it. Throws `not_found` for anything else. */
async function holdMembership(tx: Tx, offeringId: string) {
  await tx.$queryRaw`select 1 from offerings where id = ${offeringId}::uuid for no key update`
  const offering = await tx.offering.findUnique({
    where: { id: offeringId },
    select: {
      kind: true,
      title: true,
      summary: true,
      status: true,
      version: true,
      publishedAt: true,
      prices: {
        where: { validTo: null },
        orderBy: [{ currency: 'asc' }, { period: 'asc' }],
        select: { id: true, currency: true, amountMinor: true, period: true, note: true },
      },
    },
  })
  if (offering?.kind !== 'membership') throw notFound('membership')
  return offering
}

const priced = (
  prices: readonly { currency: string; period: string; amountMinor: bigint }[],
): string[] =>
  prices.map(({ currency, period, amountMinor }) => `${currency} ${period} ${amountMinor}`).sort()

/**
 * Makes the membership that is to be sold, as a draft. There is one: throws `conflict`
 * (`membership-sold-already`) when there is one already. Needs `plan.edit`.
 */
export async function createMembership(
  deps: Deps,
  actor: Member,
  { providerId, title, summary, prices }: CreateMembershipInput,
): Promise<{ offeringId: string }> {
  if (!can(actor, 'plan.edit')) throw forbidden()
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    if (!(await keepProvider(tx, providerId))) throw invalid('unknown-provider', 'providerId')
    // Two at once: the second waits here and finds the first.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('membership', 0))::text`
    if ((await tx.offering.count({ where: { kind: 'membership' } })) > 0) {
      throw conflict('membership-sold-already')
    }
    const plans = plansOf(prices)
    const created = await insertWithFreeSlug(title, 'membership', async (slug) => {
      const data = { slug, title, summary, providerId, createdAt: now, level: 'mixed' } as const
      const [row] = await tx.offering.createManyAndReturn({
        data: [{ ...data, kind: 'membership', origin: 'own', status: 'draft' }],
        skipDuplicates: true,
        select: { id: true },
      })
      return row ?? null
    })
    if (!created) throw conflict('slug-taken')
    const offeringId = created.id
    await tx.price.createMany({
      data: plans.map((plan) => ({ offeringId, ...plan, validFrom: now })),
    })
    await recordAudit(tx, actor, {
      action: 'plan.create',
      entityType: 'membership',
      entityId: offeringId,
      after: { title, summary, prices: priced(plans) },
    })
    return { offeringId }
  })
}

/**
 * Changes what a membership says and costs for those who begin from now on or change how they pay. Members
 * go on at the price that they have. A price is never edited, because subscriptions point at it: another
 * one takes its place. Needs `plan.edit`. Throws `not_found`, `conflict` (`changed-meanwhile`).
 */
export async function updateMembership(
  deps: Deps,
  actor: Member,
  { offeringId, version, title, summary, prices }: UpdateMembershipInput,
): Promise<{ version: number }> {
  if (!can(actor, 'plan.edit')) throw forbidden()
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    const before = await holdMembership(tx, offeringId)
    if (before.version !== version) throw conflict('changed-meanwhile')
    const plans = plansOf(prices).map((plan) => ({ ...plan, note: null }))
    const { endIds, create } = priceChanges(before.prices, plans)
    await tx.price.updateMany({ where: { id: { in: endIds } }, data: { validTo: now } })
    await tx.price.createMany({
      data: create.map((price) => ({ offeringId, ...price, validFrom: now })),
    })
    await tx.offering.update({
      where: { id: offeringId },
      data: { title, summary, version: { increment: 1 }, updatedAt: now },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'plan.update',
      entityType: 'membership',
      entityId: offeringId,
      before: { title: before.title, summary: before.summary, prices: priced(before.prices) },
      after: { title, summary, prices: priced(plans) },
    })
  })
  deps.expireTags([cacheTags.offering(offeringId)])
  return { version: version + 1 }
}

/**
 * Puts the membership on sale, or takes it off: nobody can begin it then, and those who have it go on and
 * are charged as before. Needs `plan.edit`. Leaves an audit entry with the reason. Doing it again answers
 * what is. Throws `not_found`, `conflict` (`changed-meanwhile`), `precondition` (`membership-price-missing`).
 */
export async function sellMembership(
  deps: Deps,
  actor: Member,
  { offeringId, version, isOnSale, reason }: SellMembershipInput,
): Promise<void> {
  if (!can(actor, 'plan.edit')) throw forbidden()
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    const before = await holdMembership(tx, offeringId)
    const status = isOnSale ? 'published' : 'retired'
    if (before.status === status && before.version === version + 1) return
    if (before.version !== version) throw conflict('changed-meanwhile')
    if (isOnSale && before.prices.length === 0) {
      throw new DomainError('precondition', 'membership-price-missing')
    }
    await tx.offering.update({
      where: { id: offeringId },
      data: {
        status,
        version: { increment: 1 },
        updatedAt: now,
        ...(isOnSale
          ? { publishedAt: before.publishedAt ?? now, retiredAt: null }
          : { retiredAt: now }),
      },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: isOnSale ? 'plan.publish' : 'plan.retire',
      entityType: 'membership',
      entityId: offeringId,
      before: { status: before.status },
      after: { status },
      reason,
    })
  })
  deps.expireTags([cacheTags.offering(offeringId)])
}
