import { setTimeout as sleep } from 'node:timers/promises'
import { markDirty } from '../../payments/commands/mark-dirty'
import { syncTarget } from '../../payments/commands/sync-target'
import { subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Deps } from '../../shared/deps'
import type { SubscriptionStatus } from '../states'

const timeoutMs = 3000
const pollMs = 100

/**
 * Brings a membership in line with Stripe while somebody waits, for three seconds at most, and says how it
 * stands then. Never fails for what Stripe does: its job goes on.
 */
export async function settleSubscription(
  deps: Deps,
  subscriptionId: string,
): Promise<SubscriptionStatus> {
  const key = subscriptionTargetKey(subscriptionId)
  await deps.db.$transaction((tx) => markDirty(tx, key, deps.clock.now()))
  await Promise.race([settle(deps, key), sleep(timeoutMs)])
  const { status } = await deps.db.subscription.findUniqueOrThrow({
    where: { id: subscriptionId },
    select: { status: true },
  })
  return status
}

async function settle(deps: Deps, key: string): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs
  while (performance.now() < giveUpAt) {
    const outcome = await syncTarget(deps, key)
    if (outcome !== 'busy' && outcome !== 'fenced') return
    await sleep(pollMs)
    const target = await deps.db.syncTarget.findUnique({ where: { key } })
    if (!target || target.dirtySeq <= target.syncedSeq) return
  }
}
