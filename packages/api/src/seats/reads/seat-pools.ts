import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canManagePool } from '../policy'
import { countSeats, type SeatCounts } from '../rules/seat-counts'
import type { PoolState, SeatState } from '../states'

export const summarySelect = {
  id: true,
  ownerId: true,
  quantity: true,
  refundedSeats: true,
  state: true,
  stateReason: true,
  linkMadeAt: true,
  createdAt: true,
  offering: { select: { id: true, title: true, slug: true, kind: true } },
  orderLine: { select: { id: true, order: { select: { id: true, number: true } } } },
  assignments: { select: { slot: true, state: true, claimedAt: true } },
} as const satisfies Prisma.SeatPoolSelect

type Row = Prisma.SeatPoolGetPayload<{ select: typeof summarySelect }>

/** A pack with how many of its seats are used and free. */
export type PoolSummary = Omit<Row, 'assignments' | 'orderLine'> & {
  orderLineId: string
  order: { id: string; number: number }
  counts: SeatCounts
}

/** A row of `summarySelect` with its seats counted. */
export const summaryOf = ({ assignments, orderLine, ...pool }: Row): PoolSummary => ({
  ...pool,
  orderLineId: orderLine.id,
  order: orderLine.order,
  counts: countSeats(pool, assignments),
})

/** The packs that a person has bought, newest first. */
export async function listMySeatPools(db: DbOrTx, userId: string): Promise<PoolSummary[]> {
  const pools = await db.seatPool.findMany({
    where: { ownerId: userId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: summarySelect,
  })
  return pools.map(summaryOf)
}

export type PoolSeat = {
  assignmentId: string
  slot: number
  email: string
  name: string | null
  state: SeatState
  sends: number
  createdAt: Date
  claimedAt: Date | null
  releasedAt: Date | null
  /** how far the learner is; null when they do not share it */
  progress: { percent: number; completedAt: Date | null; lastActivityAt: Date } | null
}

/**
 * A pack with its seats, for its owner and for staff. Progress is in it only of learners who share it
 * now. Throws `not_found` for somebody else's.
 */
export async function requireSeatPool(
  db: DbOrTx,
  actor: Actor,
  poolId: string,
): Promise<PoolSummary & { seats: PoolSeat[] }> {
  const pool = await db.seatPool.findUnique({
    where: { id: poolId },
    select: summarySelect,
  })
  if (!pool || !canManagePool(actor, pool).ok) throw notFound('seat-pool')
  const seats = await seatsOfPool(db, { poolId, offeringId: pool.offering.id })
  return {
    ...summaryOf(pool),
    // Whose account it is, is staff's to know.
    seats: seats.map(({ userId: _user, ...seat }) => seat),
  }
}

/** The seats of a pack, those taken back included, with the progress of learners who share it now. */
export async function seatsOfPool(
  db: DbOrTx,
  { poolId, offeringId }: { poolId: string; offeringId: string },
): Promise<(PoolSeat & { userId: string | null; sharesProgress: boolean })[]> {
  const seats = await db.seatAssignment.findMany({
    where: { poolId },
    orderBy: [{ state: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }],
    include: { user: { select: { name: true } } },
  })
  const shared = await progressOf(
    db,
    offeringId,
    seats.filter((seat) => seat.consentAt !== null).flatMap((seat) => seat.userId ?? []),
  )
  return seats.map((seat) => ({
    assignmentId: seat.id,
    userId: seat.userId,
    sharesProgress: seat.consentAt !== null,
    slot: seat.slot,
    email: seat.email,
    name: seat.user?.name ?? null,
    state: seat.state,
    sends: seat.sends,
    createdAt: seat.createdAt,
    claimedAt: seat.claimedAt,
    releasedAt: seat.releasedAt,
    progress:
      seat.consentAt === null || seat.userId === null ? null : (shared.get(seat.userId) ?? null),
  }))
}

async function progressOf(db: DbOrTx, offeringId: string, userIds: readonly string[]) {
  const enrolments = await db.enrolment.findMany({
    where: { offeringId, userId: { in: [...userIds] } },
    select: { userId: true, progressPercent: true, completedAt: true, lastActivityAt: true },
  })
  return new Map(
    enrolments.map(({ userId, progressPercent, completedAt, lastActivityAt }) => [
      userId,
      { percent: progressPercent, completedAt, lastActivityAt },
    ]),
  )
}

/** A seat that a learner holds, and whether the pack's owner sees their progress. */
export type HeldSeat = {
  assignmentId: string
  offering: { title: string; slug: string; kind: string }
  ownerName: string | null
  claimedAt: Date | null
  sharesProgress: boolean
  poolState: PoolState
}

/** The seats that a person holds, newest first. */
export async function listHeldSeats(db: DbOrTx, userId: string): Promise<HeldSeat[]> {
  const seats = await db.seatAssignment.findMany({
    where: { userId, state: 'claimed' },
    orderBy: [{ claimedAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      claimedAt: true,
      consentAt: true,
      pool: {
        select: {
          state: true,
          owner: { select: { name: true } },
          offering: { select: { title: true, slug: true, kind: true } },
        },
      },
    },
  })
  return seats.map(({ id, claimedAt, consentAt, pool }) => ({
    assignmentId: id,
    claimedAt,
    sharesProgress: consentAt !== null,
    offering: pool.offering,
    ownerName: pool.owner.name,
    poolState: pool.state,
  }))
}
