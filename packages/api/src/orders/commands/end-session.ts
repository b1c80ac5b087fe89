import { processCommand } from '../../payments/commands/process-command/process-command'
import { type OrderStatus, openCommandStates } from '../../payments/states'
import type { Deps } from '../../shared/deps'
import { addJob } from '../../shared/jobs'
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
  const commandId = await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from orders where id = ${orderId}::uuid for update`
    const existing = await tx.stripeCommand.findFirst({
      where: { orderId, kind: 'expire_session', state: { in: [...openCommandStates, 'done'] } },
      select: { id: true },
    })
    if (existing) return existing.id
    const command = await tx.stripeCommand.create({
      data: { kind: 'expire_session', orderId, params: { cause } },
      select: { id: true },
    })
    await addJob(
      tx,
      'stripe-command.requested',
      { commandId: command.id },
      { key: `command:${command.id}` },
    )
    return command.id
  })
  await processCommand(deps, commandId)
  return await settleOrder(deps, orderId)
}
