import type { Tx } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import { addJob } from '../../shared/jobs'

/** What noting a target does when it is known already, for an insert into `sync_targets as t`. */
export const onKnownTarget = (now: Date): Prisma.Sql => Prisma.sql`
  on conflict (key) do update set
    dirty_seq = t.dirty_seq + 1,
    dirty_since = case when t.dirty_seq > t.synced_seq then t.dirty_since
                       else ${now}::timestamptz end,
    next_attempt_at = ${now},
    attempts = case when t.dead_at is null then t.attempts else 0 end,
    dead_at = null`

/**
 * Notes, in the caller's transaction, that a target may differ from what Stripe says, and queues its
 * synchronisation. A target that was given up is taken up again. Any number of notes coalesce into
 * one synchronisation. Whoever locks both a target and its order locks the target first.
 */
export async function markDirty(tx: Tx, key: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    insert into sync_targets as t (key, dirty_seq, dirty_since, next_attempt_at)
    values (${key}, 1, ${now}, ${now}) ${onKnownTarget(now)}`
  await addJob(tx, 'order.dirtied', { key }, { key: `sync:${key}` })
}
