import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { searchedOrderNumber } from '../../orders/rules/searched-order-number'
import { offsetOf, type Page } from '../../shared/pagination'
import { isUsable } from '../rules/voucher'
import type { AdminVouchersInput } from '../schema/vouchers'
import type { VoucherState } from '../states'

const select = {
  id: true,
  state: true,
  stateReason: true,
  validUntil: true,
  usedAt: true,
  createdAt: true,
  owner: { select: { id: true, name: true, email: true } },
  offering: { select: { id: true, title: true } },
  orderLine: { select: { order: { select: { id: true, number: true } } } },
} as const satisfies Prisma.ExamVoucherSelect

/** An exam voucher with whose it is. `isUsable`: an exam can be booked with it now. */
export type AdminVoucher = {
  id: string
  owner: { id: string; name: string | null; email: string }
  offering: { id: string; title: string }
  order: { id: string; number: number }
  state: VoucherState
  stateReason: string | null
  isUsable: boolean
  validUntil: Date
  usedAt: Date | null
  createdAt: Date
}

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  validUntil: (direction) => ({ validUntil: direction }),
  owner: (direction) => ({ owner: { email: direction } }),
} satisfies Record<
  AdminVouchersInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.ExamVoucherOrderByWithRelationInput
>

function matching(search: string): Prisma.ExamVoucherWhereInput[] {
  const contains = { contains: search, mode: 'insensitive' as const }
  const number = searchedOrderNumber(search)
  return [
    ...(number === null ? [] : [{ orderLine: { order: { number } } }]),
    { owner: { email: contains } },
    { owner: { name: contains } },
    { offering: { title: contains } },
  ]
}

/** Exam vouchers for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminVouchers(
  db: DbOrTx,
  input: AdminVouchersInput,
  now: Date,
): Promise<Page<AdminVoucher>> {
  const where: Prisma.ExamVoucherWhereInput = {
    state: input.state,
    ownerId: input.ownerId,
    ...(input.search ? { OR: matching(input.search) } : {}),
  }
  const [rows, total] = await Promise.all([
    db.examVoucher.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.examVoucher.count({ where }),
  ])
  return {
    rows: rows.map(({ orderLine, ...voucher }) => ({
      ...voucher,
      order: orderLine.order,
      isUsable: isUsable(voucher, now),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
