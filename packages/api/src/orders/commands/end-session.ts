import { processCommand } from '../../payments/commands/process-command/process-command'
import { requestSessionEnd } from '../../payments/commands/request-session-end'
import type { OrderStatus } from '../../payments/states'
import type { Deps } from '../../shared/deps'
import { settleOrder } from './settle-order'

/**
 * Ends the session of an unpaid order and says what the order is afterwards. The command is written
 * before Stripe is asked and only Stripe's answer counts: an order whose session was completed in
 * the meantime comes out as paid (or processing), and one that got no answer stays as it is, while
 * the worker keeps asking. Called twice or at once, it is one command.
 */
export async function endSession(
  deps: Deps,
  orderId: string,
  cause: 'cancelled' | 'replaced',
): Promise<OrderStatus> {
  const commandId = await deps.db.$transaction((tx) => requestSessionEnd(tx, orderId, cause))
  await processCommand(deps, commandId)
  return await settleOrder(deps, orderId)
}
