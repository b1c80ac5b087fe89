import { randomUUID } from 'node:crypto'
import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'

/** A coupon of a tenth off everything, unless told otherwise, and one code of it that anybody may use. */
export async function makeCoupon(
  db: DbOrTx,
  data: Partial<Prisma.CouponUncheckedCreateInput> = {},
  code: { isSingleUse?: boolean } = {},
) {
  const text = `C-${randomUUID().slice(0, 13)}`.toUpperCase()
  const coupon = await db.coupon.create({
    data: {
      name: 'A tenth off',
      kind: 'percentage',
      percentBps: data.kind === 'amount' ? null : 1000,
      ...data,
      codes: { create: { code: text, ...code } },
    },
    include: { codes: true },
  })
  return { id: coupon.id, code: text, codeId: coupon.codes[0]?.id ?? '' }
}

/** What takes an amount off, in the currencies given. */
export const amounts = (
  rows: Record<string, bigint>,
): Partial<Prisma.CouponUncheckedCreateInput> => ({
  kind: 'amount',
  amounts: {
    create: Object.entries(rows).map(([currency, amountMinor]) => ({ currency, amountMinor })),
  },
})

/** Where a coupon stands: its counters, and the states of its redemptions. */
export async function couponStanding(db: DbOrTx, couponId: string) {
  const coupon = await db.coupon.findUniqueOrThrow({
    where: { id: couponId },
    include: { redemptions: { orderBy: { createdAt: 'asc' } } },
  })
  return {
    reserved: coupon.reservedCount,
    redeemed: coupon.redeemedCount,
    states: coupon.redemptions.map((row) => row.state + (row.isOverLimit ? ' over limit' : '')),
  }
}
