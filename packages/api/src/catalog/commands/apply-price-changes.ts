import type { Tx } from '@archway/db/client'
import type { PriceChange } from '@archway/db/generated/client'
import { recordAudit } from '../../audit/commands'
import type { Actor, System } from '../../shared/actor'
import { cacheTags } from '../../shared/cache-tags'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canPublishOffering } from '../policy'
import { activePrice } from './schedule-price'

const scheduler: System = { type: 'system', name: 'price-schedule' }

type PriceDeps = Pick<Deps, 'db' | 'clock' | 'expireTags'>

/**
 * Ends offers whose time is over and begins the price changes whose moment has come; meant for every
 * minute. One whose price is not sold any more, or whose whole time has passed unseen, is cancelled.
 * Each is one transaction that holds its offering, so two at once do what one would. Safe to repeat.
 */
export async function applyPriceChanges(deps: PriceDeps): Promise<number> {
  const now = deps.clock.now()
  const due = await deps.db.priceChange.findMany({
    where: {
      OR: [
        { state: 'running', endsAt: { lte: now } },
        { state: 'scheduled', startsAt: { lte: now } },
      ],
    },
    // An offer ends before the next begins: `running` comes after `scheduled` in the type.
    orderBy: [{ state: 'desc' }, { startsAt: 'asc' }],
    take: 500,
    select: { id: true },
  })
  let applied = 0
  for (const { id } of due) {
    const isDone = await withChange(deps, id, async (tx, change) => {
      if (change.state === 'running' && change.endsAt && change.endsAt <= now) {
        await endOffer(tx, scheduler, change, now)
        return true
      }
      if (change.state !== 'scheduled') return false
      await begin(tx, change, now)
      return true
    })
    if (isDone) applied += 1
  }
  return applied
}

/**
 * Takes back a price change: one that has not begun never does, an offer that runs ends now. Throws
 * `conflict` (`wrong-state`) when it is over.
 */
export async function cancelPriceChange(
  deps: PriceDeps,
  actor: Actor,
  { priceChangeId }: { priceChangeId: string },
): Promise<void> {
  enforce(canPublishOffering(actor))
  await withChange(deps, priceChangeId, async (tx, change) => {
    if (change.state === 'running') return await endOffer(tx, actor, change, deps.clock.now())
    if (change.state !== 'scheduled') throw conflict('wrong-state', { state: change.state })
    await tx.priceChange.update({ where: { id: change.id }, data: { state: 'cancelled' } })
    await note(tx, actor, change, 'offering.cancel-price', null)
  })
}

/** Runs `work` on a change with its offering held, as it stands then. */
async function withChange<T>(
  { db, expireTags }: PriceDeps,
  id: string,
  work: (tx: Tx, change: PriceChange) => Promise<T>,
): Promise<T> {
  const [result, offering] = await db.$transaction(async (tx) => {
    const [head] = await tx.$queryRaw<{ id: string; providerId: string }[]>`
      select o.id, o.provider_id as "providerId" from offerings o
      join price_changes c on c.offering_id = o.id
      where c.id = ${id}::uuid for no key update of o`
    if (!head) throw notFound('price-change')
    const change = await tx.priceChange.findUniqueOrThrow({ where: { id } })
    return [await work(tx, change), head] as const
  })
  expireTags([
    cacheTags.catalog,
    cacheTags.offering(offering.id),
    cacheTags.provider(offering.providerId),
  ])
  return result
}

async function begin(tx: Tx, change: PriceChange, now: Date): Promise<void> {
  const former = await activePrice(tx, change.offeringId, change.currency)
  if (!former || (change.endsAt !== null && change.endsAt <= now)) {
    await tx.priceChange.update({ where: { id: change.id }, data: { state: 'cancelled' } })
    return await note(tx, scheduler, change, 'offering.cancel-price', null)
  }
  const priceId = await replacePrice(tx, former, change.amountMinor, now)
  await tx.priceChange.update({
    where: { id: change.id },
    data: { state: change.endsAt === null ? 'done' : 'running', priceId, formerId: former.id },
  })
  await note(tx, scheduler, change, 'offering.price-began', former.amountMinor)
}

/** The price before comes back, unless somebody has put another one in place meanwhile. */
async function endOffer(tx: Tx, actor: Actor, change: PriceChange, now: Date): Promise<void> {
  const [price, former] = await Promise.all([
    tx.price.findUnique({ where: { id: change.priceId ?? '' } }),
    tx.price.findUnique({ where: { id: change.formerId ?? '' } }),
  ])
  if (price && former && price.validTo === null) {
    await replacePrice(tx, price, former.amountMinor, now)
  }
  await tx.priceChange.update({ where: { id: change.id }, data: { state: 'done' } })
  await note(tx, actor, change, 'offering.price-ended', former?.amountMinor ?? null)
}

type ActivePrice = NonNullable<Awaited<ReturnType<typeof activePrice>>>

/** A price is never edited, because orders point at it. An editor who saw the former one is told. */
async function replacePrice(
  tx: Tx,
  { id, offeringId, currency, note }: ActivePrice,
  amountMinor: bigint,
  now: Date,
): Promise<string> {
  await tx.price.update({ where: { id }, data: { validTo: now } })
  const price = await tx.price.create({
    data: { offeringId, currency, amountMinor, note, validFrom: now },
    select: { id: true },
  })
  await tx.offering.update({
    where: { id: offeringId },
    data: { version: { increment: 1 }, updatedAt: now },
  })
  return price.id
}

const note = (
  tx: Tx,
  actor: Actor,
  { offeringId, currency, amountMinor }: PriceChange,
  action: string,
  otherMinor: bigint | null,
): Promise<void> =>
  recordAudit(tx, actor, {
    action,
    entityType: 'offering',
    entityId: offeringId,
    before: { currency, amountMinor: otherMinor === null ? null : String(otherMinor) },
    after: { currency, amountMinor: String(amountMinor) },
  })
