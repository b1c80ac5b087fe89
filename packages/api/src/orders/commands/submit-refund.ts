import { processCommand } from '../../payments/commands/process-command/process-command'
import type { OrderStatus, StripeCommandState } from '../../payments/states'
import type { Deps } from '../../shared/deps'
import { settleOrder } from './settle-order'

export type RefundResult = {
  commandId: string
  /** `unknown`: Stripe has not answered; the worker sends it again */
  state: StripeCommandState
  /** what Stripe said when it refused */
  error: string | null
  orderStatus: OrderStatus
}

/** Sends a refund that was written, and takes over what Stripe answers. Safe to repeat. */
export async function submitRefund(
  deps: Deps,
  request: { orderId: string; requestId: string },
): Promise<RefundResult> {
  const { state, error } = await processCommand(deps, request.requestId)
  const orderStatus = await settleOrder(deps, request.orderId)
  return { commandId: request.requestId, state, error, orderStatus }
}
