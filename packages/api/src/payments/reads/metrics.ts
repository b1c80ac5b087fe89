import type { DbOrTx } from '@archway/db/client'
import { countSubscriptions } from '../../subscriptions/reads/metrics'
import { declineScopes } from '../rules/card-testing'
import { getMoneyHealth } from './money-health'

/** A gauge as monitoring reads it: one value per set of labels. */
export type Metric = {
  name: string
  help: string
  values: { labels: Record<string, string>; value: number }[]
}

/**
 * What an alert can be set on: whether the money is as it should be, how far behind Stripe we are, and
 * how much work waits. Every value is counted at this moment from the rows; none is kept in a process,
 * so each instance answers the same.
 */
export async function collectMetrics(db: DbOrTx, livemode: boolean, now: Date): Promise<Metric[]> {
  const [health, orders, payouts, events, jobs, mails, members] = await Promise.all([
    getMoneyHealth(db, livemode, now),
    countOrders(db, livemode),
    countPayouts(db, livemode),
    countEvents(db, now),
    countJobs(db),
    countMails(db),
    countSubscriptions(db, livemode, now),
  ])
  const { check, sync, lag } = health
  return [
    one('archway_book_differences', 'Differences at the last comparison with Stripe', [
      check?.differenceCount,
    ]),
    one('archway_books_compared_timestamp_seconds', 'When the ledger was last compared', [
      check && check.ranAt.getTime() / 1000,
    ]),
    one('archway_ledger_unbalanced', 'Ledger transactions that do not balance', [
      health.unbalanced,
    ]),
    {
      name: 'archway_orders_odd',
      help: 'Orders whose money and access do not belong together, or that do not move on',
      values: [
        { labels: { kind: 'unserved' }, value: health.unserved.count },
        { labels: { kind: 'unpaid' }, value: health.unpaid.count },
        { labels: { kind: 'uninvoiced' }, value: health.uninvoiced.count },
        { labels: { kind: 'stuck' }, value: health.stuck.count },
        { labels: { kind: 'review' }, value: health.inReview },
      ],
    },
    { name: 'archway_orders', help: 'Orders by status', values: orders },
    {
      name: 'archway_memberships',
      help: 'Memberships by how they stand; churned: ended in the last 30 days; review: to be looked at',
      values: [
        { labels: { state: 'trialing' }, value: members.trialing },
        { labels: { state: 'active' }, value: members.active },
        { labels: { state: 'past_due' }, value: members.pastDue },
        { labels: { state: 'paused' }, value: members.paused },
        { labels: { state: 'churned' }, value: members.churned },
        { labels: { state: 'review' }, value: members.inReview },
      ],
    },
    {
      name: 'archway_sync_targets',
      help: 'Orders that are not in line with Stripe: waiting, or given up',
      values: [
        { labels: { state: 'dirty' }, value: sync.dirtyTargets },
        { labels: { state: 'dead' }, value: sync.deadTargets },
      ],
    },
    one('archway_sync_oldest_dirty_seconds', 'How long the oldest of them has waited', [
      sync.oldestDirtySeconds,
    ]),
    one('archway_stripe_commands_late', 'Calls to Stripe without an answer for ten minutes', [
      health.commands,
    ]),
    one('archway_webhook_lag_seconds', 'From Stripe to our inbox, 95th percentile of a day', [
      lag.p95,
    ]),
    one('archway_disputes_waiting', 'Disputes that wait for our answer', [health.disputes.count]),
    one('archway_dispute_deadline_timestamp_seconds', 'Until when the first of them waits', [
      health.disputes.firstDueBy && health.disputes.firstDueBy.getTime() / 1000,
    ]),
    {
      name: 'archway_card_testing',
      help: 'People, network addresses and the whole whose payments are declined too often',
      values: declineScopes.map((scope) => ({
        labels: { scope },
        value: health.suspicions.filter((row) => row.scope === scope).length,
      })),
    },
    { name: 'archway_stripe_events', help: 'Events of the last day by state', values: events },
    { name: 'archway_payouts', help: 'Payouts to providers by state', values: payouts },
    { name: 'archway_jobs', help: 'Background jobs: waiting, failing, given up', values: jobs },
    { name: 'archway_mails_unsent', help: 'Mails that have not gone out', values: mails },
  ]
}

/** A metric without labels; what is not known has no value. */
const one = (name: string, help: string, [value]: [number | null | undefined]): Metric => ({
  name,
  help,
  values: value === null || value === undefined ? [] : [{ labels: {}, value }],
})

async function countOrders(db: DbOrTx, livemode: boolean): Promise<Metric['values']> {
  const rows = await db.order.groupBy({ by: ['status'], where: { livemode }, _count: true })
  return rows.map(({ status, _count }) => ({ labels: { status }, value: _count }))
}

async function countPayouts(db: DbOrTx, livemode: boolean): Promise<Metric['values']> {
  const rows = await db.payout.groupBy({ by: ['state'], where: { livemode }, _count: true })
  return rows.map(({ state, _count }) => ({ labels: { state }, value: _count }))
}

async function countEvents(db: DbOrTx, now: Date): Promise<Metric['values']> {
  const rows = await db.stripeEvent.groupBy({
    by: ['state'],
    where: { receivedAt: { gte: new Date(now.getTime() - 86_400_000) } },
    _count: true,
  })
  return rows.map(({ state, _count }) => ({ labels: { state }, value: _count }))
}

async function countJobs(db: DbOrTx): Promise<Metric['values']> {
  const [row] = await db.$queryRaw<{ waiting: number; failing: number; dead: number }[]>`
    select count(*) filter (where attempts < max_attempts and run_at <= now())::int as waiting,
      count(*) filter (where attempts < max_attempts and last_error is not null)::int as failing,
      count(*) filter (where attempts >= max_attempts)::int as dead
    from graphile_worker.jobs`
  return Object.entries(row ?? {}).map(([state, value]) => ({ labels: { state }, value }))
}

async function countMails(db: DbOrTx): Promise<Metric['values']> {
  const rows = await db.mailMessage.groupBy({
    by: ['template'],
    where: { sentAt: null },
    _count: true,
  })
  return rows.map(({ template, _count }) => ({ labels: { template }, value: _count }))
}
