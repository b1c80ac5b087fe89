import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
import { backoffSeconds, maxSyncAttempts } from '../rules/backoff'
import type { Claim } from './claim-target'

/** Thrown inside a transaction to roll it back when the lease has passed to somebody else. */
export class FencedError extends Error {
  override readonly name = 'FencedError'
}

/**
 * First statement of every commit: locks the target and makes sure that the lease is still ours.
 * Throws `FencedError` otherwise, so that a slow worker cannot write what is no longer true.
 */
export async function holdFence(tx: Tx, claim: Claim): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    select 1 from sync_targets where key = ${claim.key} and lease_token = ${claim.token}::uuid
    for update`
  if (rows.length !== 1) throw new FencedError(claim.key)
}

/** Last statements of a commit: what was seen is synchronised; what came later queues again. */
export async function completeTarget(tx: Tx, claim: Claim, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<{ is_dirty: boolean }[]>`
    update sync_targets
    set synced_seq = greatest(synced_seq, ${claim.seenSeq}), lease_token = null, lease_until = null,
      attempts = 0, last_error = null, synced_at = ${now}, next_attempt_at = ${now},
      dirty_since = case when dirty_seq > ${claim.seenSeq} then ${now}::timestamptz else null end
    where key = ${claim.key}
    returning dirty_seq > synced_seq as is_dirty`
  if (row?.is_dirty) {
    await addJob(tx, 'order.dirtied', { key: claim.key }, { key: `sync:${claim.key}` })
  }
}

/**
 * Gives the lease back after a failure and tries again later, more and more rarely; after the last
 * attempt the target and its events wait for a person. Does nothing when the lease is not ours.
 */
export async function failTarget(
  deps: Pick<Deps, 'db' | 'clock'>,
  claim: Claim,
  error: unknown,
): Promise<'failed' | 'dead'> {
  const now = deps.clock.now()
  const isDead = claim.attempt >= maxSyncAttempts
  const nextAttemptAt = new Date(now.getTime() + backoffSeconds(claim.attempt) * 1000)
  const message = error instanceof Error ? error.message : String(error)
  await deps.db.$transaction(async (tx) => {
    await holdFence(tx, claim)
    await tx.syncTarget.update({
      where: { key: claim.key },
      data: {
        leaseToken: null,
        leaseUntil: null,
        nextAttemptAt,
        lastError: message.slice(0, 2000),
        deadAt: isDead ? now : null,
      },
    })
    if (isDead) {
      await tx.stripeEvent.updateMany({
        where: { id: { in: claim.eventIds }, state: 'queued' },
        data: { state: 'dead', note: message.slice(0, 500) },
      })
    } else {
      await addJob(
        tx,
        'order.dirtied',
        { key: claim.key },
        { key: `sync:${claim.key}`, runAt: nextAttemptAt },
      )
    }
  })
  return isDead ? 'dead' : 'failed'
}
