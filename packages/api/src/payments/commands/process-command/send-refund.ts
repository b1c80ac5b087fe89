import { refundCommandParams } from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  idempotencyKeyOf,
  type LoadedCommand,
  resultOfError,
} from './outcome'

/**
 * Asks Stripe for a refund. The command's id is its key and stands in its metadata, by which a refund
 * whose answer was lost is found again, also when Stripe has forgotten the key.
 */
export async function sendRefund(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const params = refundCommandParams.parse(command.params)
  try {
    const found = command.isRepeated
      ? await findRefund(deps, params.paymentIntentId, command.id)
      : null
    if (found) return done(found)
    const refund = await deps.stripe.refunds.create(
      {
        payment_intent: params.paymentIntentId,
        amount: Number(params.amountMinor),
        reason:
          params.cause === 'duplicate' || params.cause === 'owned_at_claim'
            ? 'duplicate'
            : 'requested_by_customer',
        metadata: { command_id: command.id, order_id: command.orderId },
      },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(refund.id)
  } catch (error) {
    return resultOfError(error)
  }
}

/** The list is consistent at once, unlike Stripe's search. */
async function findRefund(deps: CommandDeps, paymentIntentId: string, commandId: string) {
  const list = deps.stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 })
  for await (const refund of list) {
    if (refund.metadata?.command_id === commandId) return refund.id
  }
  return null
}
