import { recordAudit } from '../../audit/commands'
import { seatClaimLink } from '../../notifications/rules'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { randomToken, sha256 } from '../../shared/hash'
import { enforce } from '../../shared/policy-result'
import { canHandOut } from '../policy'
import type { PoolInput } from '../schema'
import { holdOwnPool } from './hold-pool'

/**
 * Makes the link with which anybody may claim a free seat of the pack, in place of the one before, which
 * stops working. It is returned here and nowhere again: only its hash is kept.
 * Throws `not_found` for somebody else's pack and `forbidden` for one that is not paid for.
 */
export async function makeSeatLink(
  deps: Deps,
  actor: Actor,
  { poolId }: PoolInput,
): Promise<{ url: string }> {
  const secret = randomToken()
  await deps.db.$transaction(async (tx) => {
    const pool = await holdOwnPool(tx, actor, poolId)
    enforce(canHandOut(pool))
    await tx.seatPool.update({
      where: { id: poolId },
      data: { linkHash: sha256(secret), linkMadeAt: deps.clock.now() },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'seat.link-make',
      entityType: 'seat-pool',
      entityId: poolId,
      before: { madeAt: pool.linkMadeAt },
      after: { madeAt: deps.clock.now() },
    })
  })
  return { url: seatClaimLink(deps.appUrl, secret) }
}

/** Switches the link off: nobody claims with it any more. Seats that were claimed stay. Safe to repeat. */
export async function endSeatLink(deps: Deps, actor: Actor, { poolId }: PoolInput): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const pool = await holdOwnPool(tx, actor, poolId)
    if (pool.linkHash === null) return
    await tx.seatPool.update({
      where: { id: poolId },
      data: { linkHash: null, linkMadeAt: null },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'seat.link-end',
      entityType: 'seat-pool',
      entityId: poolId,
      before: { madeAt: pool.linkMadeAt },
      after: { madeAt: null },
    })
  })
}
