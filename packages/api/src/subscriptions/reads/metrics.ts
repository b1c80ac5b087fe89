import type { DbOrTx } from '@archway/db/client'
import type { SubscriptionCounts } from '../schema'

const monthMs = 30 * 86_400_000

/** How the memberships stand now, counted from the rows. */
export async function countSubscriptions(
  db: DbOrTx,
  livemode: boolean,
  now: Date,
): Promise<SubscriptionCounts> {
  const since = new Date(now.getTime() - monthMs)
  const [counts] = await db.$queryRaw<SubscriptionCounts[]>`
    select count(*) filter (where status = 'trialing')::int as trialing,
      count(*) filter (where status = 'active')::int as active,
      count(*) filter (where status in ('past_due', 'unpaid'))::int as "pastDue",
      count(*) filter (where status = 'paused')::int as paused,
      count(*) filter (
        where status in ('trialing', 'active', 'past_due') and cancel_at is not null)::int as cancelling,
      count(*) filter (where status = 'ended' and ended_at >= ${since})::int as churned,
      count(*) filter (where review is not null)::int as "inReview"
    from subscriptions where livemode = ${livemode}`
  if (!counts) throw new Error('counting returned no row')
  return counts
}
