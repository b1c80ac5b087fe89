import { isIP } from 'node:net'
import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { z } from 'zod'
import { isActiveRefund, sumMinor } from '../../payments/rules/facts'
import type { OrderStatus } from '../../payments/states'
import { offsetOf, type Page } from '../../shared/pagination'
import { searchedOrderNumber } from '../rules/searched-order-number'
import type { AdminOrdersInput } from '../schema/order'

export type AdminOrder = {
  id: string
  number: number
  status: OrderStatus
  review: string | null
  /** null while a guest's order is unclaimed */
  person: { id: string; name: string | null; email: string } | null
  isGuest: boolean
  email: string
  currency: string
  totalMinor: bigint
  refundedMinor: bigint
  titles: string[]
  createdAt: Date
  paidAt: Date | null
}

const select = {
  id: true,
  number: true,
  status: true,
  review: true,
  user: { select: { id: true, name: true, email: true } },
  email: true,
  guestKey: true,
  currency: true,
  totalMinor: true,
  refunds: { select: { status: true, amountMinor: true } },
  lines: { orderBy: { position: 'asc' }, select: { title: true } },
  createdAt: true,
  paidAt: true,
} as const satisfies Prisma.OrderSelect

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  number: (direction) => ({ number: direction }),
  total: (direction) => ({ totalMinor: direction }),
  status: (direction) => ({ status: direction }),
  paidAt: (direction) => ({ paidAt: { sort: direction, nulls: 'last' } }),
} satisfies Record<
  AdminOrdersInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.OrderOrderByWithRelationInput
>

const uuid = z.uuid()

/** What a search text may mean: a number, one of Stripe's ids, our id, a person, a title or a network address. */
function matching(search: string): Prisma.OrderWhereInput[] {
  if (/^(cs|pi|ch|py|re|pyr|dp|du)_\w+$/.test(search)) {
    return [
      { checkoutSessionId: search },
      { paymentIntentId: search },
      { charges: { some: { id: search } } },
      { refunds: { some: { id: search } } },
      { disputes: { some: { id: search } } },
    ]
  }
  if (uuid.safeParse(search).success) return [{ id: search }, { userId: search }]
  if (isIP(search) !== 0) return [{ ipAddress: search }]
  const number = searchedOrderNumber(search)
  const contains = { contains: search, mode: 'insensitive' as const }
  return [
    ...(number === null ? [] : [{ number }]),
    { email: contains },
    { user: { email: contains } },
    { user: { name: contains } },
    { lines: { some: { title: contains } } },
  ]
}

/** Orders for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminOrders(
  db: DbOrTx,
  input: AdminOrdersInput,
): Promise<Page<AdminOrder>> {
  const where: Prisma.OrderWhereInput = {
    currency: input.currency,
    userId: input.userId,
    ...(input.status?.length ? { status: { in: input.status } } : {}),
    ...(input.needsReview === undefined
      ? {}
      : { review: input.needsReview ? { not: null } : null }),
    ...(input.offeringId ? { lines: { some: { offeringId: input.offeringId } } } : {}),
    createdAt: { gte: input.createdFrom, lt: input.createdTo },
    ...(input.search ? { OR: matching(input.search) } : {}),
  }
  const [rows, total] = await Promise.all([
    db.order.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.order.count({ where }),
  ])
  return {
    rows: rows.map(({ user, guestKey, refunds, lines, ...order }) => ({
      ...order,
      person: user,
      isGuest: guestKey !== null,
      refundedMinor: sumMinor(refunds.filter(isActiveRefund)),
      titles: lines.map((line) => line.title),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
