import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { offsetOf, type Page } from '../../shared/pagination'
import { periodOf } from '../rules/invoice-order'
import type { AdminSubscriptionsInput } from '../schema'
import type { MembershipPeriod, SubscriptionStatus } from '../states'

export type AdminSubscription = {
  id: string
  person: { id: string; name: string | null; email: string }
  title: string
  status: SubscriptionStatus
  review: string | null
  period: MembershipPeriod
  currency: string
  amountMinor: bigint
  periodEnd: Date | null
  trialEndsAt: Date | null
  cancelAt: Date | null
  pausedUntil: Date | null
  graceUntil: Date | null
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  payments: number
}

const select = {
  id: true,
  user: { select: { id: true, name: true, email: true } },
  offering: { select: { title: true } },
  status: true,
  review: true,
  period: true,
  currency: true,
  amountMinor: true,
  periodEnd: true,
  trialEndsAt: true,
  cancelAt: true,
  pausedUntil: true,
  graceUntil: true,
  createdAt: true,
  startedAt: true,
  endedAt: true,
  stripeSubscriptionId: true,
  facts: { select: { id: true, currency: true, amountMinor: true, interval: true } },
  _count: { select: { orders: true } },
} as const satisfies Prisma.SubscriptionSelect

type Row = Prisma.SubscriptionGetPayload<{ select: typeof select }>

/** What it costs now is what Stripe says; before that, what it was started at. */
export function toAdminSubscription(row: Row): AdminSubscription {
  const { user, offering, facts, stripeSubscriptionId, _count, period, ...rest } = row
  const fact = facts.find(({ id }) => id === stripeSubscriptionId)
  return {
    ...rest,
    person: user,
    title: offering.title,
    period: fact ? periodOf(fact.interval) : period === 'per_year' ? 'per_year' : 'per_month',
    currency: fact?.currency ?? rest.currency,
    amountMinor: fact?.amountMinor ?? rest.amountMinor,
    payments: _count.orders,
  }
}

export const adminSubscriptionSelect = select

const orderings = {
  createdAt: (direction) => ({ createdAt: direction }),
  periodEnd: (direction) => ({ periodEnd: { sort: direction, nulls: 'last' } }),
  status: (direction) => ({ status: direction }),
  person: (direction) => ({ user: { email: direction } }),
} satisfies Record<
  AdminSubscriptionsInput['sort'],
  (direction: 'asc' | 'desc') => Prisma.SubscriptionOrderByWithRelationInput
>

/** What a search text may mean: one of Stripe's ids, or a person. */
function matching(search: string): Prisma.SubscriptionWhereInput[] {
  if (/^(sub|cus|cs|in)_\w+$/.test(search)) {
    return [
      { stripeSubscriptionId: search },
      { stripeCustomerId: search },
      { checkoutSessionId: search },
      { invoices: { some: { id: search } } },
    ]
  }
  const contains = { contains: search, mode: 'insensitive' as const }
  return [{ email: contains }, { user: { email: contains } }, { user: { name: contains } }]
}

/** Memberships for staff: searched, filtered, sorted and paged by the database. */
export async function listAdminSubscriptions(
  db: DbOrTx,
  input: AdminSubscriptionsInput,
): Promise<Page<AdminSubscription>> {
  const where: Prisma.SubscriptionWhereInput = {
    period: input.period,
    userId: input.userId,
    ...(input.isCancelled === undefined
      ? {}
      : { cancelAt: input.isCancelled ? { not: null } : null }),
    ...(input.status?.length ? { status: { in: input.status } } : {}),
    ...(input.attention === undefined ? {} : { review: input.attention ? { not: null } : null }),
    ...(input.search ? { OR: matching(input.search) } : {}),
  }
  const [rows, total] = await Promise.all([
    db.subscription.findMany({
      where,
      select,
      orderBy: [orderings[input.sort](input.direction), { id: 'desc' }],
      skip: offsetOf(input),
      take: input.pageSize,
    }),
    db.subscription.count({ where }),
  ])
  return {
    rows: rows.map(toAdminSubscription),
    total,
    page: input.page,
    pageSize: input.pageSize,
  }
}
