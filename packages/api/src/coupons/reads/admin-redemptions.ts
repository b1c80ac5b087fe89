import type { DbOrTx } from '@archway/db/client'
import { offsetOf } from '../../shared/pagination'
import type { AdminCodesInput, AdminRedemptionsInput } from '../schema'

/** Where a coupon was used, newest first, each with its order. */
export async function listRedemptions(db: DbOrTx, input: AdminRedemptionsInput) {
  const where = { couponId: input.couponId, ...(input.state ? { state: input.state } : {}) }
  const [rows, total] = await Promise.all([
    db.couponRedemption.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: {
        id: true,
        state: true,
        isOverLimit: true,
        currency: true,
        amountMinor: true,
        createdAt: true,
        code: { select: { code: true } },
        user: { select: { id: true, name: true, email: true } },
        guestEmail: true,
        order: { select: { id: true, number: true, status: true, totalMinor: true } },
      },
    }),
    db.couponRedemption.count({ where }),
  ])
  return { rows, total, page: input.page, pageSize: input.pageSize }
}

/** Codes that work once each, oldest first, with where each was used. */
export async function listSingleUseCodes(db: DbOrTx, input: AdminCodesInput) {
  const where = {
    ...(input.couponId ? { couponId: input.couponId } : {}),
    isSingleUse: true,
    ...(input.search ? { code: { startsWith: input.search.toUpperCase() } } : {}),
  }
  const [rows, total] = await Promise.all([
    db.couponCode.findMany({
      where,
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: {
        id: true,
        code: true,
        createdAt: true,
        coupon: { select: { name: true } },
        redemptions: {
          where: { state: { not: 'released' } },
          select: { state: true, order: { select: { id: true, number: true } } },
        },
      },
    }),
    db.couponCode.count({ where }),
  ])
  return {
    rows: rows.map(({ redemptions, ...code }) => ({
      ...code,
      state: redemptions[0]?.state ?? ('unused' as const),
      order: redemptions[0]?.order ?? null,
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
