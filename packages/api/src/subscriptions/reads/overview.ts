import type { Deps } from '../../shared/deps'
import type { SubscriptionOverview } from '../schema'
import { countSubscriptions } from './metrics'

/**
 * How memberships stand, and what they bring in a month while nothing changes: of each currency the prices,
 * as Stripe charges them, of those that run and renew; a year counts as a twelfth, rounded down once for all.
 * Trials, pauses, and what is cancelled or owed are left out.
 */
export async function getSubscriptionOverview({
  db,
  livemode,
  clock,
}: Pick<Deps, 'db' | 'livemode' | 'clock'>): Promise<SubscriptionOverview> {
  const [counts, recurring] = await Promise.all([
    countSubscriptions(db, livemode, clock.now()),
    db.$queryRaw<SubscriptionOverview['recurring']>`
      select f.currency, count(*)::int as members,
        div(sum(f.amount_minor * case f.interval when 'year' then 1 else 12 end), 12)::bigint as "amountMinor"
      from subscriptions s join stripe_subscriptions f on f.id = s.stripe_subscription_id
      where s.livemode = ${livemode} and s.status = 'active' and s.cancel_at is null
      group by f.currency order by f.currency`,
  ])
  return { ...counts, recurring }
}
