import { awaitTarget, settleTimeoutMs } from '../../payments/commands/await-target'
import { orderTargetKey } from '../../payments/rules/event-target'
import type { OrderStatus } from '../../payments/states'
import type { Deps } from '../../shared/deps'

/** Brings an order in line with Stripe while somebody waits, as `awaitTarget` does, and says what it is then. */
export async function settleOrder(
  deps: Deps,
  orderId: string,
  timeoutMs = settleTimeoutMs,
): Promise<OrderStatus> {
  await awaitTarget(deps, orderTargetKey(orderId), timeoutMs)
  const order = await deps.db.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { status: true },
  })
  return order.status
}
