import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canPublishOffering } from '../policy'
import type { SchedulePriceInput } from '../schema/price-changes'
import { requireOffering } from './require-offering'

/**
 * Decides a one-time price ahead: from a moment on, or as an offer until another, which must be below
 * what is asked now. `applyPriceChanges` does it when the moment has come. Throws `precondition`
 * (`no-price-to-change`), `invalid` (`not-in-future`, `ends-before-start`, `offer-not-lower`,
 * `same-price`), and `conflict` (`price-changes-meet`) when another change of the same price is planned
 * for that time, so sending it twice plans it once.
 */
export async function schedulePriceChange(
  deps: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  input: SchedulePriceInput,
): Promise<{ priceChangeId: string }> {
  enforce(canPublishOffering(actor))
  const { offeringId, currency, amountMinor, startsAt, endsAt } = input
  if (startsAt <= deps.clock.now()) throw invalid('not-in-future', 'startsAt')
  if (endsAt !== null && endsAt <= startsAt) throw invalid('ends-before-start', 'endsAt')
  return await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from offerings where id = ${offeringId}::uuid for no key update`
    const offering = await requireOffering(tx, offeringId)
    const active = await activePrice(tx, offeringId, currency)
    if (!active || offering.origin !== 'own') {
      throw new DomainError('precondition', 'no-price-to-change')
    }
    if (endsAt !== null && amountMinor >= active.amountMinor) {
      throw invalid('offer-not-lower', 'amountMinor')
    }
    if (amountMinor === active.amountMinor) throw invalid('same-price', 'amountMinor')
    await requireFreeTime(tx, input)
    const { id } = await tx.priceChange.create({
      data: { offeringId, currency, amountMinor, startsAt, endsAt },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'offering.schedule-price',
      entityType: 'offering',
      entityId: offeringId,
      before: { currency, amountMinor: String(active.amountMinor) },
      after: { currency, amountMinor: String(amountMinor), startsAt, endsAt },
    })
    return { priceChangeId: id }
  })
}

/** The one-time price that counts now, if there is one. */
export const activePrice = (tx: Tx, offeringId: string, currency: string) =>
  tx.price.findFirst({ where: { offeringId, currency, period: 'one_time', validTo: null } })

/** The offering is held, so nothing can come between; the exclusion constraint is the last word. */
async function requireFreeTime(tx: Tx, input: SchedulePriceInput): Promise<void> {
  const { offeringId, currency, startsAt, endsAt } = input
  const [met] = await tx.$queryRaw<unknown[]>`
    select 1 from price_changes
    where offering_id = ${offeringId}::uuid and currency = ${currency}
      and state in ('scheduled', 'running')
      and tstzrange(starts_at, coalesce(ends_at, starts_at), '[]')
        && tstzrange(${startsAt}, ${endsAt ?? startsAt}, '[]')
    limit 1`
  if (met) throw conflict('price-changes-meet')
}
