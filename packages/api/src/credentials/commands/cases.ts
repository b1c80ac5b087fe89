import type { Tx } from '@archway/db/client'
import { hasAccess } from '../../enrolments/reads/access'
import type { Deps } from '../../shared/deps'
import type { CaseCause } from '../schema'

type Standing = { state: 'active' | 'suspended' | 'revoked'; stateReason: string | null }

const causeOf: Record<string, CaseCause | undefined> = {
  'order-refunded': 'payment_returned',
  'dispute-lost': 'payment_disputed',
}

/**
 * Asks staff about the credentials of what an order line opened, when its money went back or was lost, and drops the
 * question when the money is there again. Nothing happens to a credential by itself. Not asked about is what its
 * holder has access to for another reason. In the caller's transaction, after access has followed the line. Safe
 * to repeat: one open question for each credential and line.
 */
export async function followLineWithCases(
  tx: Tx,
  { clock }: Pick<Deps, 'clock'>,
  orderLineId: string,
  { state, stateReason }: Standing,
): Promise<void> {
  const cause = state === 'revoked' ? causeOf[stateReason ?? ''] : undefined
  const now = clock.now()
  if (state === 'active') {
    await tx.credentialCase.updateMany({
      where: { orderLineId, decidedAt: null },
      data: { outcome: 'dropped', decidedAt: now },
    })
  }
  if (cause === undefined) return
  for (const { id, userId, offeringId } of await listCaused(tx, orderLineId)) {
    if (await hasAccess(tx, userId, offeringId, now)) continue
    await tx.credentialCase.createMany({
      data: [{ credentialId: id, orderLineId, cause, openedAt: now }],
      skipDuplicates: true,
    })
  }
}

/** Standing credentials for the completion of what a line opened: to its buyer, by its gift or its seats. */
const listCaused = (tx: Tx, orderLineId: string) =>
  tx.$queryRaw<{ id: string; userId: string; offeringId: string }[]>`
    with causes (source_type, source_id) as (
      select 'order_line'::grant_source, ${orderLineId}::uuid
      union all select 'gift', id from gifts where order_line_id = ${orderLineId}::uuid
      union all select 'seat', s.id from seat_assignments s
        join seat_pools p on p.id = s.pool_id where p.order_line_id = ${orderLineId}::uuid)
    select c.id, c.user_id as "userId", a.offering_id as "offeringId"
    from causes
    join access_grants g on g.source_type = causes.source_type and g.source_id = causes.source_id
    join achievements a on a.offering_id = g.offering_id
    join credentials c on c.achievement_id = a.id and c.user_id = g.user_id
    where c.cause in ('course_completion', 'program_completion') and c.state in ('valid', 'suspended')
    order by c.id`
