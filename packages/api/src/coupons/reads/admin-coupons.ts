import type { DbOrTx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import { standingOf } from '../rules/standing'
import type { AdminCouponsInput } from '../schema'
import type { CouponStanding } from '../states'

const row = {
  id: true,
  name: true,
  kind: true,
  percentBps: true,
  amounts: {
    select: { currency: true, amountMinor: true, minimumMinor: true },
    orderBy: { currency: 'asc' },
  },
  scope: true,
  totalLimit: true,
  reservedCount: true,
  redeemedCount: true,
  startsAt: true,
  endsAt: true,
  endedAt: true,
  createdAt: true,
  updatedAt: true,
  ownerProvider: { select: { id: true, name: true } },
  codes: {
    where: { isSingleUse: false },
    orderBy: { createdAt: 'asc' },
    take: 3,
    select: { code: true },
  },
  _count: { select: { codes: true } },
} as const satisfies Prisma.CouponSelect

/** The conditions of `standingOf`, for the database. */
const conditions = (now: Date): Record<CouponStanding, Prisma.Sql> => {
  const ended = Prisma.sql`(ended_at is not null or coalesce(ends_at <= ${now}, false))`
  const usedUp = Prisma.sql`coalesce(redeemed_count >= total_limit, false)`
  const scheduled = Prisma.sql`coalesce(starts_at > ${now}, false)`
  return {
    ended,
    used_up: Prisma.sql`(not ${ended} and ${usedUp})`,
    scheduled: Prisma.sql`(not ${ended} and not ${usedUp} and ${scheduled})`,
    active: Prisma.sql`(not ${ended} and not ${usedUp} and not ${scheduled})`,
  }
}

async function idsStanding(db: DbOrTx, standings: readonly CouponStanding[], now: Date) {
  const sql = conditions(now)
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id from coupons where ${Prisma.join(
      standings.map((standing) => sql[standing]),
      ' or ',
    )}`
  return rows.map(({ id }) => id)
}

/** One page of the table of coupons for staff. */
export async function listAdminCoupons(
  db: DbOrTx,
  input: AdminCouponsInput,
  now: Date,
): Promise<Page<AdminCouponRow>> {
  const contains = { contains: input.search ?? '', mode: 'insensitive' } as const
  const where: Prisma.CouponWhereInput = {
    ...(input.search
      ? {
          OR: [
            { name: contains },
            { codes: { some: { code: { startsWith: input.search.toUpperCase() } } } },
          ],
        }
      : {}),
    ...(input.kind ? { kind: input.kind } : {}),
    ...(input.standing && input.standing.length > 0
      ? { id: { in: await idsStanding(db, input.standing, now) } }
      : {}),
  }
  const by: Record<AdminCouponsInput['sort'], Prisma.CouponOrderByWithRelationInput> = {
    createdAt: { createdAt: input.direction },
    name: { name: input.direction },
    redeemed: { redeemedCount: input.direction },
    endsAt: { endsAt: { sort: input.direction, nulls: 'last' } },
  }
  const [rows, total] = await Promise.all([
    db.coupon.findMany({
      where,
      orderBy: [by[input.sort], { id: 'asc' }],
      skip: offsetOf(input),
      take: input.pageSize,
      select: row,
    }),
    db.coupon.count({ where }),
  ])
  return {
    rows: rows.map(({ codes, _count, ...coupon }) => ({
      ...coupon,
      codes: codes.map(({ code }) => code),
      codeCount: _count.codes,
      standing: standingOf(coupon, now),
    })),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}

export type AdminCouponRow = Omit<
  Prisma.CouponGetPayload<{ select: typeof row }>,
  'codes' | '_count'
> & {
  /** the first that anybody may use */
  codes: string[]
  codeCount: number
  standing: CouponStanding
}
