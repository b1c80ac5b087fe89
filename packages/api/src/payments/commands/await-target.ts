import { setTimeout as sleep } from 'node:timers/promises'
import type { Deps } from '../../shared/deps'
import { markDirty } from './mark-dirty'
import { syncTarget } from './sync-target'

/** How long a person waits for us to agree with Stripe before the page says that it takes longer. */
export const settleTimeoutMs = 3000
const pollMs = 100

/**
 * Brings a target in line with Stripe while somebody waits, for three seconds at most. When another process
 * is at it, which may have asked Stripe before what the person did there, waits for that one and asks again.
 * Never fails for what Stripe does: everything then is what it was, and the target's job goes on.
 */
export async function awaitTarget(
  deps: Deps,
  key: string,
  timeoutMs = settleTimeoutMs,
): Promise<void> {
  await deps.db.$transaction((tx) => markDirty(tx, key, deps.clock.now()))
  await Promise.race([settle(deps, key, timeoutMs), sleep(timeoutMs)])
}

async function settle(deps: Deps, key: string, timeoutMs: number): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs
  while (performance.now() < giveUpAt) {
    const outcome = await syncTarget(deps, key)
    if (outcome !== 'busy' && outcome !== 'fenced') return
    await sleep(pollMs)
    const target = await deps.db.syncTarget.findUnique({ where: { key } })
    if (!target || target.dirtySeq <= target.syncedSeq) return
  }
}
