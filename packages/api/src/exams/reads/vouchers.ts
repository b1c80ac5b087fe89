import type { DbOrTx } from '@archway/db/client'
import { isUsable } from '../rules/voucher'
import type { VoucherState } from '../states'

export type Voucher = {
  id: string
  state: VoucherState
  stateReason: string | null
  validUntil: Date
  usedAt: Date | null
  isUsable: boolean
  offering: { title: string; slug: string }
  order: { id: string; number: number }
}

/** The exam vouchers of a person, newest first. */
export async function listVouchers(
  db: DbOrTx,
  { ownerId }: { ownerId: string },
  now: Date,
): Promise<Voucher[]> {
  const vouchers = await db.examVoucher.findMany({
    where: { ownerId },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    select: {
      id: true,
      state: true,
      stateReason: true,
      validUntil: true,
      usedAt: true,
      offering: { select: { title: true, slug: true } },
      orderLine: { select: { order: { select: { id: true, number: true } } } },
    },
  })
  return vouchers.map(({ orderLine, ...voucher }) => ({
    ...voucher,
    isUsable: isUsable(voucher, now),
    order: orderLine.order,
  }))
}
