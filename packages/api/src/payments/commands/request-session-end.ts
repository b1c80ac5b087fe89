import type { Tx } from '@archway/db/client'
import { addJob } from '../../shared/jobs'
import type { ExpireSessionParams } from '../schema'
import { openCommandStates } from '../states'

/**
 * Writes down that the session of an unpaid order is to be ended, and queues it. Called twice or at once,
 * it is one command, whose id is returned.
 */
export async function requestSessionEnd(
  tx: Tx,
  orderId: string,
  cause: ExpireSessionParams['cause'],
): Promise<string> {
  await tx.$queryRaw`select 1 from orders where id = ${orderId}::uuid for update`
  const existing = await tx.stripeCommand.findFirst({
    where: { orderId, kind: 'expire_session', state: { in: [...openCommandStates, 'done'] } },
    select: { id: true },
  })
  if (existing) return existing.id
  const { id: commandId } = await tx.stripeCommand.create({
    data: { kind: 'expire_session', orderId, params: { cause } },
    select: { id: true },
  })
  await addJob(tx, 'stripe-command.requested', { commandId }, { key: `command:${commandId}` })
  return commandId
}
