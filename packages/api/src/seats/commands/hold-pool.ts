import type { Tx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canManagePool } from '../policy'

/**
 * Locks a pack until the transaction ends and reads it with all of its seats: whoever assigns, claims,
 * takes back or refunds a seat comes one after the other. Throws `not_found`.
 */
export async function holdPool(tx: Tx, poolId: string) {
  await tx.$queryRaw`select 1 from seat_pools where id = ${poolId}::uuid for no key update`
  const pool = await tx.seatPool.findUnique({
    where: { id: poolId },
    include: {
      owner: { select: { name: true } },
      offering: { select: { title: true, kind: true, slug: true } },
      assignments: { orderBy: [{ slot: 'asc' }, { id: 'asc' }] },
    },
  })
  if (!pool) throw notFound('seat-pool')
  return pool
}

export type HeldPool = Awaited<ReturnType<typeof holdPool>>

/** A pack that the actor may manage, locked. Throws `not_found` for anybody else's. */
export async function holdOwnPool(tx: Tx, actor: Actor, poolId: string): Promise<HeldPool> {
  const pool = await holdPool(tx, poolId)
  if (!canManagePool(actor, pool).ok) throw notFound('seat-pool')
  return pool
}

/** The same for the pack of an assignment, with the assignment. */
export async function holdOwnSeat(tx: Tx, actor: Actor, assignmentId: string) {
  const named = await tx.seatAssignment.findUnique({
    where: { id: assignmentId },
    select: { poolId: true },
  })
  if (!named) throw notFound('seat')
  const pool = await holdOwnPool(tx, actor, named.poolId)
  const seat = pool.assignments.find((assignment) => assignment.id === assignmentId)
  if (!seat) throw notFound('seat')
  return { pool, seat }
}
