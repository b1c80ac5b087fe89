import type { DbOrTx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { readSums } from '../rules/book-sums'
import { waitingDisputeStatuses } from '../rules/dispute-effect'
import { listSuspicions } from './declines'
import { oddOrders } from './odd-orders'
import { getSyncHealth } from './stripe-traffic'

/** How many of each kind are named; all are counted. */
const shown = 50
/** The comparison runs every night. */
const dueAfterHours = 26

/**
 * Whether the money is as it should be: the books against Stripe and against themselves, what was paid
 * against what is open, and how far behind Stripe we are. Every count is zero when all is well.
 */
export async function getMoneyHealth(db: DbOrTx, livemode: boolean, now: Date) {
  const [
    check,
    firstOrder,
    accounts,
    unbalanced,
    unserved,
    unpaid,
    uninvoiced,
    stuck,
    inReview,
    sync,
    lag,
    commands,
    disputes,
    suspicions,
  ] = await Promise.all([
    lastCheck(db, livemode),
    db.order.aggregate({ where: { livemode }, _min: { createdAt: true } }),
    trialBalance(db, livemode),
    countUnbalanced(db),
    ordersThat(db, oddOrders.unserved),
    ordersThat(db, oddOrders.unpaid),
    ordersThat(db, oddOrders.uninvoiced),
    ordersThat(db, oddOrders.stuck(now)),
    db.order.count({ where: { review: { not: null } } }),
    getSyncHealth(db, now),
    webhookLag(db, now),
    countLateCommands(db, now),
    waitingDisputes(db, livemode),
    listSuspicions(db, livemode, now),
  ])
  const since = check?.ranAt ?? firstOrder._min.createdAt
  const isCheckDue = since !== null && now.getTime() - since.getTime() > dueAfterHours * 3_600_000
  return {
    check,
    isCheckDue,
    accounts,
    unbalanced,
    unserved,
    unpaid,
    uninvoiced,
    stuck,
    inReview,
    sync,
    lag,
    commands,
    disputes,
    suspicions,
  }
}

/** Disputes that wait for our answer, and until when the first of them does. */
async function waitingDisputes(db: DbOrTx, livemode: boolean) {
  const { _count, _min } = await db.stripeDispute.aggregate({
    where: { status: { in: [...waitingDisputeStatuses] }, order: { livemode } },
    _count: true,
    _min: { evidenceDueBy: true },
  })
  return { count: _count, firstDueBy: _min.evidenceDueBy }
}

async function lastCheck(db: DbOrTx, livemode: boolean) {
  const check = await db.bookCheck.findFirst({
    where: { livemode },
    orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
    include: {
      _count: { select: { differences: true } },
      differences: {
        orderBy: { occurredAt: 'asc' },
        take: shown,
        include: { order: { select: { number: true } } },
      },
    },
  })
  if (!check) return null
  const { sums, differences, _count, ...rest } = check
  return {
    ...rest,
    sums: readSums(sums),
    differenceCount: _count.differences,
    differences: differences.map(({ order, checkId, ...row }) => ({
      ...row,
      orderNumber: order?.number ?? null,
    })),
  }
}

/** The trial balance: every account with its sum; those of a currency come to zero together. */
const trialBalance = (db: DbOrTx, livemode: boolean) =>
  db.$queryRaw<{ account: string; currency: string; amountMinor: bigint }[]>`
    select e.account::text as account, e.currency, sum(e.amount_minor)::bigint as "amountMinor"
    from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
    where t.livemode = ${livemode} group by 1, 2 order by 2, 1`

async function countUnbalanced(db: DbOrTx): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select transaction_id from ledger_entries
      group by transaction_id, currency having sum(amount_minor) <> 0) wrong`
  return row?.count ?? 0
}

/** How many orders meet a condition, and the first of them. */
async function ordersThat(db: DbOrTx, condition: Prisma.Sql) {
  const rows = await db.$queryRaw<{ id: string; number: number; total: number }[]>`
    select o.id, o.number, (count(*) over ())::int as total
    from orders o where ${condition} order by o.number limit ${shown}`
  return {
    count: rows[0]?.total ?? 0,
    orders: rows.map(({ id, number }) => ({ id, number })),
  }
}

/** How long events took to reach us in the last day, in seconds; null without events. */
async function webhookLag(db: DbOrTx, now: Date) {
  const since = new Date(now.getTime() - 86_400_000)
  const [row] = await db.$queryRaw<{ p95: number | null; newest: Date | null; events: number }[]>`
    select percentile_cont(0.95) within group
        (order by extract(epoch from received_at - occurred_at))::float8 as p95,
      max(received_at) as newest, count(*)::int as events
    from stripe_events where received_at >= ${since}`
  return row ?? { p95: null, newest: null, events: 0 }
}

/** Calls to Stripe that have had no answer for ten minutes. */
const countLateCommands = (db: DbOrTx, now: Date) =>
  db.stripeCommand.count({
    where: {
      state: { in: ['pending', 'sent', 'unknown'] },
      updatedAt: { lt: new Date(now.getTime() - 600_000) },
    },
  })
