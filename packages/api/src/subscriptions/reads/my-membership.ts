import type { DbOrTx } from '@archway/db/client'
import { getAccess } from '../../enrolments/reads/access'
import { periodOf } from '../rules/invoice-order'
import { currentOf, trialDaysFor } from '../rules/plans'
import type { MyMembership } from '../schema'
import { isLiveStatus } from '../states'
import { getMembership } from './plans'

const select = {
  id: true,
  offeringId: true,
  status: true,
  period: true,
  currency: true,
  amountMinor: true,
  periodEnd: true,
  trialEndsAt: true,
  cancelAt: true,
  pausedUntil: true,
  graceUntil: true,
  startedAt: true,
  endedAt: true,
  createdAt: true,
  expiresAt: true,
  checkoutUrl: true,
  stripeSubscriptionId: true,
  offering: { select: { title: true } },
  facts: true,
  invoices: { orderBy: { createdAt: 'asc' } },
} as const

type Row = Awaited<ReturnType<typeof listRows>>[number]

const listRows = (db: DbOrTx, userId: string) =>
  db.subscription.findMany({ where: { userId }, select, orderBy: { createdAt: 'desc' } })

/** A person's own membership as it stands, what it has cost, and whether a trial is left to them. */
export async function getMyMembership(
  db: DbOrTx,
  userId: string,
  now: Date,
): Promise<MyMembership> {
  const rows = await listRows(db, userId)
  const pending = rows.find(({ status, expiresAt }) => status === 'pending' && expiresAt > now)
  const current = currentOf(rows) ?? pending ?? null
  const [membership, payments] = await Promise.all([
    current && toMembership(db, userId, current, now),
    listPayments(db, userId),
  ])
  return { membership, trialDays: trialDaysFor(rows), payments }
}

async function toMembership(
  db: DbOrTx,
  userId: string,
  row: Row,
  now: Date,
): Promise<NonNullable<MyMembership['membership']>> {
  const fact = row.facts.find(({ id }) => id === row.stripeSubscriptionId)
  const cause = { sourceType: 'subscription', sourceId: row.id } as const
  const [access, offer, grant] = await Promise.all([
    getAccess(db, userId, row.offeringId, now),
    getMembership(db),
    db.accessGrant.findFirst({ where: cause, select: { stateReason: true } }),
  ])
  const currency = fact?.currency ?? row.currency
  const period = fact
    ? periodOf(fact.interval)
    : row.period === 'per_year'
      ? 'per_year'
      : 'per_month'
  const amountMinor = fact?.amountMinor ?? row.amountMinor
  const other = offer?.plans.find((plan) => plan.currency === currency && plan.period !== period)
  const [failing] = row.invoices.filter(
    ({ status, firstFailedAt }) => status === 'open' && firstFailedAt !== null,
  )
  const isLive = isLiveStatus(row.status)
  const isCharged = isLive && row.cancelAt === null && !failing && row.status !== 'unpaid'
  const nextAt = row.pausedUntil ?? row.periodEnd
  return {
    id: row.id,
    title: row.offering.title,
    status: row.status,
    isLive,
    isOpen: access.hasAccess,
    closedReason: grant?.stateReason ?? null,
    openUntil: access.hasAccess ? access.until : null,
    period,
    currency,
    amountMinor,
    periodEnd: row.periodEnd,
    trialEndsAt: row.trialEndsAt,
    cancelAt: row.cancelAt,
    pausedUntil: row.pausedUntil,
    graceUntil: row.graceUntil,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    nextPayment: isCharged && nextAt ? { at: nextAt, amountMinor } : null,
    failing: failing
      ? {
          amountMinor: failing.amountDueMinor,
          currency: failing.currency,
          nextAttemptAt: failing.nextAttemptAt,
        }
      : null,
    otherPlan: other
      ? { period: other.period, currency: other.currency, amountMinor: other.amountMinor }
      : null,
    checkoutUrl: row.status === 'pending' && row.expiresAt > now ? row.checkoutUrl : null,
  }
}

/** What memberships of a person have cost, latest first, each with its documents. */
async function listPayments(db: DbOrTx, userId: string): Promise<MyMembership['payments']> {
  const orders = await db.order.findMany({
    where: { userId, subscriptionId: { not: null } },
    orderBy: { createdAt: 'desc' },
    take: 60,
    select: {
      id: true,
      status: true,
      createdAt: true,
      paidAt: true,
      totalMinor: true,
      currency: true,
      lines: { select: { title: true }, take: 1 },
      documents: {
        orderBy: { ordinal: 'asc' },
        select: { id: true, kind: true, reference: true },
      },
    },
  })
  return orders.map(({ lines, documents, id, createdAt, paidAt, ...order }) => ({
    ...order,
    orderId: id,
    title: lines[0]?.title ?? '',
    at: paidAt ?? createdAt,
    documents,
  }))
}
