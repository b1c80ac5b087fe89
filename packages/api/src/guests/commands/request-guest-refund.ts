import { takeBack } from '../../orders/commands/request-refund'
import type { RefundResult } from '../../orders/commands/submit-refund'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import { findClaim } from '../reads/find-claim'
import type { GuestRefundInput } from '../schema'

/**
 * A guest takes the price of a line back by the mailed link, as the refund promise allows (`takeBack`), while
 * nobody has claimed the order; afterwards it is done in the account. Throws what that throws, and
 * `precondition` (`claim-link-invalid`).
 */
export async function requestGuestRefund(
  deps: Deps,
  { token, orderLineId, requestId }: GuestRefundInput,
): Promise<RefundResult> {
  const found = await findClaim(deps.db, token)
  if (!found || found.expiresAt <= deps.clock.now()) {
    throw new DomainError('precondition', 'claim-link-invalid')
  }
  return await takeBack(
    deps,
    { owns: (order) => order.userId === null, userId: null },
    { orderId: found.order.id, orderLineId, requestId },
  )
}
