import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { isActiveRefund, sumMinor } from '../../payments/rules/facts'
import { offsetOf } from '../../shared/pagination'

export const summarySelect = {
  id: true,
  number: true,
  status: true,
  currency: true,
  totalMinor: true,
  createdAt: true,
  paidAt: true,
  expiresAt: true,
  checkoutUrl: true,
  refunds: { select: { status: true, amountMinor: true } },
  lines: { orderBy: { position: 'asc' }, select: { title: true } },
} as const satisfies Prisma.OrderSelect

type SummaryRow = Prisma.OrderGetPayload<{ select: typeof summarySelect }>

/** An order in a list. The address to pay at is given only while paying makes sense. */
export const toSummary = ({ refunds, lines, checkoutUrl, ...order }: SummaryRow, now: Date) => ({
  ...order,
  refundedMinor: sumMinor(refunds.filter(isActiveRefund)),
  titles: lines.map((line) => line.title),
  checkoutUrl: order.status === 'awaiting_payment' && order.expiresAt > now ? checkoutUrl : null,
})

/** A person's orders, newest first. */
export async function listMyOrders(
  db: DbOrTx,
  userId: string,
  input: { page: number; pageSize: number },
  now: Date,
) {
  const [rows, total] = await Promise.all([
    db.order.findMany({
      where: { userId },
      select: summarySelect,
      orderBy: { createdAt: 'desc' },
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.order.count({ where: { userId } }),
  ])
  return { rows: rows.map((row) => toSummary(row, now)), total, ...input }
}
