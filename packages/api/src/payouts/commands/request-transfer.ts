import type { Tx } from '@archway/db/client'
import type { TransferCommandParams } from '../../payments/schema'
import { addJob } from '../../shared/jobs'

type Due = { id: string; currency: string; amountMinor: bigint }

/**
 * Writes down that a payout is to be transferred, and queues it. The database keeps a payout from having
 * two such commands, unless Stripe has refused the earlier one for good.
 */
export async function requestTransfer(
  tx: Tx,
  payout: Due,
  accountId: string,
  { requestedBy, now }: { requestedBy: string | null; now: Date },
): Promise<string> {
  const params: TransferCommandParams = {
    accountId,
    amountMinor: payout.amountMinor.toString(),
    currency: payout.currency,
  }
  const { id: commandId } = await tx.stripeCommand.create({
    data: { kind: 'transfer', payoutId: payout.id, params, requestedBy, createdAt: now },
    select: { id: true },
  })
  await addJob(tx, 'stripe-command.requested', { commandId }, { key: `command:${commandId}` })
  return commandId
}
