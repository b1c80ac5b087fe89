import type { Tx } from '@archway/db/client'
import { newIds } from '../../shared/uuid'

/**
 * Gives a person a place in each offering: pinned to the revision that is current now, null for
 * programs. A place that exists is left as it is, with its progress and its revision; one that was
 * made before the course had content gets the current revision. Safe to repeat and to run at once.
 */
export async function ensureEnrolments(
  tx: Tx,
  userId: string,
  offeringIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into enrolments as e (id, user_id, offering_id, revision_id, started_at, last_activity_at)
    select ids.id, ${userId}::uuid, o.id, o.current_revision_id, ${now}::timestamptz,
      ${now}::timestamptz
    from unnest(${newIds(offeringIds.length)}::uuid[], ${[...offeringIds]}::uuid[]) as ids (id, offering_id)
    join offerings o on o.id = ids.offering_id
    order by o.id
    on conflict (user_id, offering_id) do update set revision_id = excluded.revision_id
      where e.revision_id is null and excluded.revision_id is not null`
}
