import { transferGroupOf } from '../../rules/event-target'
import { reverseTransferParams, transferCommandParams } from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  failed,
  idempotencyKeyOf,
  type LoadedCommand,
  resultOfError,
} from './outcome'

/**
 * Moves a payout to its provider's account. The payout names the group of the transfer: one that is there
 * already, by whichever command, is this one, so that a payout is transferred once also when Stripe has
 * forgotten the key. `failed` with Stripe's code in front when the balance does not hold the amount or the
 * account takes no transfers; another command may try later.
 */
export async function sendTransfer(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { payoutId } = command
  if (payoutId === null) return failed('a transfer without a payout')
  const params = transferCommandParams.parse(command.params)
  const group = transferGroupOf(payoutId)
  try {
    const { data } = await deps.stripe.transfers.list({ transfer_group: group, limit: 1 })
    if (data[0]) return done(data[0].id)
    const transfer = await deps.stripe.transfers.create(
      {
        amount: Number(params.amountMinor),
        currency: params.currency.toLowerCase(),
        destination: params.accountId,
        transfer_group: group,
        metadata: { payout_id: payoutId, command_id: command.id },
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(transfer.id)
  } catch (error) {
    return resultOfError(error)
  }
}

/** Takes a transfer back, wholly or in part, as far as the account's balance has it. */
export async function reverseTransfer(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { transferId, amountMinor } = reverseTransferParams.parse(command.params)
  try {
    const found = command.isRepeated ? await findReversal(deps, transferId, command.id) : null
    if (found) return done(found)
    const reversal = await deps.stripe.transfers.createReversal(
      transferId,
      {
        amount: Number(amountMinor),
        metadata: { payout_id: command.payoutId, command_id: command.id },
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(reversal.id)
  } catch (error) {
    return resultOfError(error)
  }
}

async function findReversal(deps: CommandDeps, transferId: string, commandId: string) {
  for await (const reversal of deps.stripe.transfers.listReversals(transferId, { limit: 100 })) {
    if (reversal.metadata?.command_id === commandId) return reversal.id
  }
  return null
}
