import type { DbOrTx } from '@archway/db/client'
import { countSeats } from '../../seats/rules/seat-counts'

/**
 * What the lines of an order became that are used by others or later: packs of seats, gifts and exam
 * vouchers, by the id of their line. A line has at most one of them.
 */
export async function readLinePurchases(db: DbOrTx, orderId: string) {
  const where = { orderLine: { orderId } }
  const [pools, gifts, vouchers] = await Promise.all([
    db.seatPool.findMany({
      where,
      select: {
        id: true,
        orderLineId: true,
        quantity: true,
        refundedSeats: true,
        state: true,
        assignments: { select: { slot: true, state: true, claimedAt: true } },
      },
    }),
    db.gift.findMany({
      where,
      select: {
        id: true,
        orderLineId: true,
        state: true,
        standing: true,
        recipientEmail: true,
        deliverAt: true,
        sentAt: true,
        claimedAt: true,
      },
    }),
    db.examVoucher.findMany({
      where,
      select: { id: true, orderLineId: true, state: true, validUntil: true, usedAt: true },
    }),
  ])
  return [
    ...pools.map(({ assignments, ...pool }) => ({
      kind: 'seats' as const,
      ...pool,
      counts: countSeats(pool, assignments),
    })),
    ...gifts.map((gift) => ({ kind: 'gift' as const, ...gift })),
    ...vouchers.map((voucher) => ({ kind: 'voucher' as const, ...voucher })),
  ]
}
