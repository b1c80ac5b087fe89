import type { Tx } from '@archway/db/client'
import { applyGrants } from '../../enrolments/commands/apply-grants'
import { revokedByStaff } from '../../enrolments/rules'
import type { Deps } from '../../shared/deps'
import { seatsRefunded } from '../rules/seat-money'
import type { PoolState } from '../states'

export type SeatsWish = {
  ownerId: string
  line: { id: string; offeringId: string; quantity: number; amountMinor: bigint }
  /** given back on the line, and on its way back, minor units */
  refundedMinor: bigint
  state: PoolState
  stateReason: string | null
}

/**
 * Makes a pack stand as its order line does: made when the line gives access for the first time, smaller
 * by the seats whose price went back, and held or taken together with everybody's access. Nothing is
 * made for a line that never gave anything. Returns whether something changed. Safe to repeat.
 */
export async function followSeats(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  wish: SeatsWish,
): Promise<boolean> {
  const { line, state, stateReason } = wish
  const refundedSeats = seatsRefunded(line, wish.refundedMinor)
  if (state !== 'revoked') {
    const { count } = await tx.seatPool.createMany({
      data: [
        {
          orderLineId: line.id,
          ownerId: wish.ownerId,
          offeringId: line.offeringId,
          quantity: line.quantity,
          refundedSeats,
          state,
          stateReason,
          createdAt: deps.clock.now(),
        },
      ],
      skipDuplicates: true,
    })
    if (count > 0) return true
  }
  const [pool] = await tx.$queryRaw<{ id: string; state: PoolState; refundedSeats: number }[]>`
    select id, state, refunded_seats as "refundedSeats" from seat_pools
    where order_line_id = ${line.id}::uuid for no key update`
  if (!pool) return false
  const hasChanged = pool.state !== state || pool.refundedSeats !== refundedSeats
  if (hasChanged) {
    await tx.seatPool.update({
      where: { id: pool.id },
      data: { state, stateReason, refundedSeats },
      select: { id: true },
    })
  }
  return (await followWithGrants(tx, deps, pool.id, wish)) || hasChanged
}

/** The access of everybody who holds a seat, as far as it stands otherwise than the pack. */
async function followWithGrants(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  poolId: string,
  { line, state, stateReason }: SeatsWish,
): Promise<boolean> {
  const seats = await tx.$queryRaw<{ id: string; userId: string }[]>`
    select a.id, a.user_id as "userId" from seat_assignments a
    where a.pool_id = ${poolId}::uuid and a.state = 'claimed' and exists (
      select 1 from access_grants g
      where g.source_type = 'seat' and g.source_id = a.id and g.user_id = a.user_id
        and g.state::text not in (${state}, 'ended')
        and g.state_reason is distinct from ${revokedByStaff})
    order by a.id`
  for (const seat of seats) {
    await applyGrants(tx, deps, {
      userId: seat.userId,
      offeringId: line.offeringId,
      sourceType: 'seat',
      sourceId: seat.id,
      state,
      stateReason,
    })
  }
  return seats.length > 0
}
