import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { canHandOut } from '../policy'
import {
  type PoolSeat,
  type PoolSummary,
  seatsOfPool,
  summaryOf,
  summarySelect,
} from './seat-pools'

/** A pack as staff sees it: what its owner sees, who that is, each holder's account, and what was done. */
export type AdminPoolDetail = PoolSummary & {
  owner: { id: string; name: string | null; email: string }
  seats: (PoolSeat & { userId: string | null; sharesProgress: boolean })[]
  audit: {
    id: string
    at: Date
    actorName: string
    action: string
    reason: string | null
  }[]
  may: { release: boolean; resend: boolean }
}

/**
 * One pack for staff. The progress of a learner is in it only while they share it with the pack's owner.
 * Throws `not_found`.
 */
export async function requireAdminSeatPool(
  db: DbOrTx,
  actor: Actor,
  poolId: string,
): Promise<AdminPoolDetail> {
  const pool = await db.seatPool.findUnique({
    where: { id: poolId },
    select: { ...summarySelect, owner: { select: { id: true, name: true, email: true } } },
  })
  if (!pool) throw notFound('seat-pool')
  const { owner, ...row } = pool
  const [seats, audit] = await Promise.all([
    seatsOfPool(db, { poolId, offeringId: pool.offering.id }),
    db.auditEntry.findMany({
      where: { entityType: 'seat-pool', entityId: poolId },
      orderBy: { id: 'desc' },
      take: 100,
      select: { id: true, at: true, actorName: true, action: true, reason: true },
    }),
  ])
  const mayEdit = can(actor, 'seat.edit')
  return {
    ...summaryOf(row),
    owner,
    seats,
    audit: audit.map(({ id, ...entry }) => ({ ...entry, id: id.toString() })),
    may: { release: mayEdit, resend: mayEdit && canHandOut(pool).ok },
  }
}
