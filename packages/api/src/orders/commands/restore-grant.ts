import { restoreGrant } from '../../enrolments/commands/revoke-grant'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { settleOrder } from './settle-order'

/**
 * Undoes staff's revocation of a grant. What an order gave comes back as far as the order's money
 * stands now, which is asked of Stripe at once. Needs `enrolment.revoke`.
 */
export async function restoreGrantAndSettle(
  deps: Deps,
  actor: Actor,
  input: { grantId: string; reason: string },
): Promise<void> {
  const { orderLineId } = await restoreGrant(deps, actor, input)
  if (orderLineId === null) return
  const line = await deps.db.orderLine.findUniqueOrThrow({
    where: { id: orderLineId },
    select: { orderId: true },
  })
  await settleOrder(deps, line.orderId)
}
