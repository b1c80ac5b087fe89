import { randomUUID } from 'node:crypto'
import type { Db } from '@archway/db/client'

/** How long a worker may take before another one may start over. */
export const leaseSeconds = 60

export type Claim = {
  key: string
  /** the fence: a commit must still find this token */
  token: string
  /** everything noted up to here is covered by what is fetched after the claim */
  seenSeq: bigint
  attempt: number
  /** events that this synchronisation answers */
  eventIds: string[]
  /** ids of Stripe objects that those events name: where to look, nothing more */
  hintedIds: string[]
}

type Noted = { id: string; object_id: string | null; intent_id: string | null }

/**
 * Takes the lease of a dirty target, or returns null when it is clean, leased to somebody who still
 * has time, or given up. A single guarded update: of two callers one gets it. The lease only saves
 * work; what keeps a slow worker from overwriting newer facts is the token, checked on commit.
 */
export async function claimTarget(db: Db, key: string, now: Date): Promise<Claim | null> {
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000)
  const [row] = await db.$queryRaw<{ dirty_seq: bigint; attempts: number }[]>`
    update sync_targets
    set lease_token = ${token}::uuid, lease_until = ${leaseUntil}, attempts = attempts + 1
    where key = ${key} and dirty_seq > synced_seq and dead_at is null
      and (lease_until is null or lease_until <= ${now})
    returning dirty_seq, attempts`
  if (!row) return null
  // A second statement, which sees at least what the first one counted, because an event is stored
  // together with its note. It may see events that came after: Stripe has not been asked yet, so its
  // answer covers them too, and they only keep the target dirty for a synchronisation that finds nothing new.
  const events = await db.$queryRaw<Noted[]>`
    select id, payload #>> '{data,object,id}' as object_id,
      payload #>> '{data,object,payment_intent}' as intent_id
    from stripe_events where target_key = ${key} and state = 'queued'`
  const named = events.flatMap(({ object_id, intent_id }) => [object_id, intent_id])
  return {
    key,
    token,
    seenSeq: row.dirty_seq,
    attempt: row.attempts,
    eventIds: events.map((event) => event.id),
    hintedIds: [...new Set(named.filter((id) => id !== null))],
  }
}
