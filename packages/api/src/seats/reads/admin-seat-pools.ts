import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { searchedOrderNumber } from '../../orders/rules/searched-order-number'
import { offsetOf, type Page } from '../../shared/pagination'
import { countSeats, type SeatCounts } from '../rules/seat-counts'
import type { AdminPoolsInput } from '../schema'
import type { PoolState } from '../states'

const select = {
  id: true,
  quantity: true,
  refundedSeats: true,
  state: true,
  stateReason: true,
  createdAt: true,
  owner: { select: { id: true, name: true, email: true } },
  offering: { select: { id: true, title: true } },
  orderLine: { select: { order: { select: { id: true, number: true } } } },
  assignments: { select: { slot: true, state: true, claimedAt: true } },
} as const satisfies Prisma.SeatPoolSelect

/** A pack of seats with its buyer and how many of its seats are used. */
export type AdminSeatPool = {
  id: string
  quantity: number
  refundedSeats: number
  state: PoolState
  stateReason: string | null
  createdAt: Date
  owner: { id: string; name: string | null; email: string }
  offering: { id: string; title: string }
  order: { id: string; number: number }
  counts: SeatCounts
}

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  quantity: (direction) => ({ quantity: direction }),
  owner: (direction) => ({ owner: { email: direction } }),
} satisfies Record<
  AdminPoolsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.SeatPoolOrderByWithRelationInput
>

function matching(search: string): Prisma.SeatPoolWhereInput[] {
  const contains = { contains: search, mode: 'insensitive' as const }
  const number = searchedOrderNumber(search)
  return [
    ...(number === null ? [] : [{ orderLine: { order: { number } } }]),
    { owner: { email: contains } },
    { owner: { name: contains } },
    { offering: { title: contains } },
    { assignments: { some: { email: contains } } },
  ]
}

/** Packs of seats for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminSeatPools(
  db: DbOrTx,
  input: AdminPoolsInput,
): Promise<Page<AdminSeatPool>> {
  const where: Prisma.SeatPoolWhereInput = {
    state: input.state,
    ownerId: input.ownerId,
    ...(input.search ? { OR: matching(input.search) } : {}),
  }
  const [rows, total] = await Promise.all([
    db.seatPool.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.seatPool.count({ where }),
  ])
  return {
    rows: rows.map(({ orderLine, assignments, ...pool }) => ({
      ...pool,
      order: orderLine.order,
      counts: countSeats(pool, assignments),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
