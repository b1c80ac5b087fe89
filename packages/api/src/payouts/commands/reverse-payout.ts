import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { awaitTarget } from '../../payments/commands/await-target'
import { processCommand } from '../../payments/commands/process-command/process-command'
import { payoutTargetKey } from '../../payments/rules/event-target'
import { type ReverseTransferParams, reverseTransferParams } from '../../payments/schema'
import type { StripeCommandState } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { enforce } from '../../shared/policy-result'
import { canReversePayout } from '../policy'
import type { ReversePayoutInput } from '../schema'

/**
 * Takes a payout back, wholly or in part, because a person has decided so: a refund or a lost dispute never
 * does it by itself, it is netted from the next payout instead. Written down with its audit entry before
 * Stripe is asked; the request's id is the command and the key, so sending the form twice takes back once.
 * What comes back is owed to the provider again. Stripe refuses (`failed`) when the account no longer has it.
 */
export async function reversePayout(
  deps: Deps,
  actor: Actor,
  input: ReversePayoutInput,
): Promise<{ state: StripeCommandState; error: string | null }> {
  await deps.db.$transaction((tx) => writeReversal(tx, actor, input))
  const { state, error } = await processCommand(deps, input.requestId)
  await awaitTarget(deps, payoutTargetKey(input.payoutId))
  return { state, error }
}

async function writeReversal(tx: Tx, actor: Actor, input: ReversePayoutInput): Promise<void> {
  const { payoutId, requestId, amountMinor, reason } = input
  await tx.$queryRaw`select 1 from payouts where id = ${payoutId}::uuid for update`
  const payout = await tx.payout.findUnique({
    where: { id: payoutId },
    include: { commands: { where: { kind: 'reverse_transfer' } } },
  })
  if (!payout) throw notFound('payout')
  const known = await tx.stripeCommand.findUnique({ where: { id: requestId } })
  if (known && known.payoutId !== payoutId) throw conflict('request-id-used')
  if (known) return
  enforce(canReversePayout(actor, payout))
  const underWay = payout.commands
    .filter((command) => ['pending', 'sent', 'unknown'].includes(command.state))
    .reduce((sum, { params }) => sum + BigInt(reverseTransferParams.parse(params).amountMinor), 0n)
  const left = payout.amountMinor - payout.reversedMinor - underWay
  if (amountMinor > left) throw invalid('more-than-left', 'amountMinor')
  const params: ReverseTransferParams = {
    transferId: payout.stripeTransferId ?? '',
    amountMinor: amountMinor.toString(),
  }
  await tx.stripeCommand.create({
    data: {
      id: requestId,
      kind: 'reverse_transfer',
      payoutId,
      params,
      reason,
      requestedBy: actor.type === 'member' ? actor.userId : null,
    },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: requestId },
    { key: `command:${requestId}` },
  )
  await recordAudit(tx, actor, {
    action: 'payout.reverse',
    entityType: 'payout',
    entityId: payoutId,
    after: { amountMinor: amountMinor.toString(), currency: payout.currency },
    reason,
  })
}
