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
}

/**
 * Takes the lease of a dirty target, or returns null when it is clean, leased to somebody who still
 * has time, or given up. A single guarded update: of two callers one gets it. The lease only saves
 * work; what keeps a slow worker from overwriting newer facts is the token, checked on commit.
 */
export async function claimTarget(db: Db, key: string, now: Date): Promise<Claim | null> {
  const token = randomUUID()
  const leaseUntil = new Date(now.getTime() + leaseSeconds * 1000)
  return await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ dirty_seq: bigint; attempts: number }[]>`
      update sync_targets
      set lease_token = ${token}::uuid, lease_until = ${leaseUntil}, attempts = attempts + 1
      where key = ${key} and dirty_seq > synced_seq and dead_at is null
        and (lease_until is null or lease_until <= ${now})
      returning dirty_seq, attempts`
    if (!row) return null
    // Events are stored in the transaction that notes the target, which waits for our row lock: all
    // that are visible here are counted in dirty_seq.
    const events = await tx.stripeEvent.findMany({
      where: { targetKey: key, state: 'queued' },
      select: { id: true },
    })
    return {
      key,
      token,
      seenSeq: row.dirty_seq,
      attempt: row.attempts,
      eventIds: events.map((event) => event.id),
    }
  })
}
