import { setTimeout as sleep } from 'node:timers/promises'
import { markDirty } from '../../payments/commands/mark-dirty'
import { syncOrder } from '../../payments/commands/sync-target'
import { orderTargetKey } from '../../payments/rules/event-target'
import type { OrderStatus } from '../../payments/states'
import type { Deps } from '../../shared/deps'

/** How long a person waits for us to agree with Stripe before the page says that it takes longer. */
export const settleTimeoutMs = 3000
const pollMs = 100

/**
 * Brings an order in line with Stripe while somebody waits, for three seconds at most, and says what
 * it is then. When another process is at it, waits for that one. Never fails for what Stripe does:
 * the order then simply is what it was, and its job goes on.
 */
export async function settleOrder(
  deps: Deps,
  orderId: string,
  timeoutMs = settleTimeoutMs,
): Promise<OrderStatus> {
  const key = orderTargetKey(orderId)
  await deps.db.$transaction((tx) => markDirty(tx, key, deps.clock.now()))
  await Promise.race([settle(deps, orderId, key, timeoutMs), sleep(timeoutMs)])
  const order = await deps.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true },
  })
  return order.status
}

async function settle(deps: Deps, orderId: string, key: string, timeoutMs: number): Promise<void> {
  const giveUpAt = performance.now() + timeoutMs
  while (performance.now() < giveUpAt) {
    const outcome = await syncOrder(deps, orderId)
    if (outcome !== 'busy' && outcome !== 'fenced') return
    await sleep(pollMs)
    const target = await deps.db.syncTarget.findUnique({ where: { key } })
    if (!target || target.dirtySeq <= target.syncedSeq) return
  }
}
