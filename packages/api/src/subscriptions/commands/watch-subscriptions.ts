import { markDirty } from '../../payments/commands/mark-dirty'
import { subscriptionIdOfTarget, subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Deps } from '../../shared/deps'
import {
  lastReminderDays,
  renewalNoticeDays,
  secondReminderDays,
  trialNoticeDays,
} from '../rules/notices'

/**
 * Asks about memberships whose state or mails are bound to change by time alone, in case Stripe never made
 * an event or the event is ours to make: every moment that has passed since they were looked at last, and
 * each that lives once a day. Returns how many were noted. Safe to repeat.
 */
export async function pollSubscriptions(deps: Pick<Deps, 'db' | 'clock'>): Promise<number> {
  const now = deps.clock.now()
  const rows = await deps.db.$queryRaw<{ id: string }[]>`
    select s.id from subscriptions s
    left join sync_targets t on t.key = 'sub:' || s.id
    cross join lateral (select coalesce(t.synced_at, '-infinity') as at) seen
    where s.status not in ('ended', 'duplicate', 'expired') and t.dead_at is null and (
      (s.status <> 'pending' and seen.at <= ${now}::timestamptz - interval '1 day')
      or exists (select 1 from (values
        (case when s.status = 'pending' then s.expires_at end),
        (s.trial_ends_at - make_interval(days => ${trialNoticeDays}::int)),
        (s.trial_ends_at),
        (s.period_end - make_interval(days => ${renewalNoticeDays}::int)),
        (s.period_end),
        (s.period_end + interval '2 hours'),
        (s.cancel_at),
        (s.paused_until),
        (s.grace_until),
        (s.grace_until - make_interval(days => ${lastReminderDays}::int)),
        ((select min(i.first_failed_at) from stripe_invoices i
          where i.subscription_id = s.id and i.status in ('open', 'uncollectible'))
          + make_interval(days => ${secondReminderDays}::int))
      ) moments (moment) where moment <= ${now} and moment > seen.at))
    order by s.created_at limit 1000`
  for (const { id } of rows) {
    await deps.db.$transaction((tx) => markDirty(tx, subscriptionTargetKey(id), now))
  }
  return rows.length
}

/** How far back Stripe's list of subscriptions is read. */
const reachSeconds = 3 * 86_400

/**
 * Looks through what was subscribed to lately for what no event told us of. Returns how many memberships
 * were noted. Safe to repeat.
 */
export async function sweepSubscriptions(
  deps: Pick<Deps, 'db' | 'clock' | 'stripe'>,
): Promise<number> {
  const now = deps.clock.now()
  const created = { gte: Math.floor(now.getTime() / 1000) - reachSeconds }
  let found = 0
  for await (const row of deps.stripe.subscriptions.list({ created, status: 'all', limit: 100 })) {
    const id = subscriptionIdOfTarget(subscriptionTargetKey(row.metadata.subscription_id ?? ''))
    const known = id && (await deps.db.subscription.findUnique({ where: { id } }))
    if (!known || known.stripeSubscriptionId === row.id) continue
    const isBeingUndone = await deps.db.stripeSubscription.count({ where: { id: row.id } })
    if (isBeingUndone > 0) continue
    await deps.db.$transaction((tx) => markDirty(tx, subscriptionTargetKey(known.id), now))
    found += 1
  }
  return found
}
