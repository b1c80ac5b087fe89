import { closeDisputeParams, submitEvidenceParams } from '../../schema'
import {
  type CommandDeps,
  type CommandResult,
  done,
  idempotencyKeyOf,
  type LoadedCommand,
  resultOfError,
} from './outcome'

/**
 * Sends evidence to the bank. Stripe takes it once: the command's id is the key and stays in the
 * dispute's metadata, by which an answer that got lost is known again when the key is forgotten.
 */
export async function submitEvidence(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { disputeId, evidence } = submitEvidenceParams.parse(command.params)
  try {
    if (command.isRepeated) {
      const dispute = await deps.stripe.disputes.retrieve(disputeId)
      if (dispute.metadata.command_id === command.id) return done(disputeId)
    }
    await deps.stripe.disputes.update(
      disputeId,
      { evidence, submit: true, metadata: { command_id: command.id } },
      { idempotencyKey: idempotencyKeyOf(command) },
    )
    return done(disputeId)
  } catch (error) {
    return resultOfError(error)
  }
}

/** Gives a dispute up: Stripe then counts it as lost. One that is lost already needs no second call. */
export async function closeDispute(
  deps: CommandDeps,
  command: LoadedCommand,
): Promise<CommandResult> {
  const { disputeId } = closeDisputeParams.parse(command.params)
  try {
    if (command.isRepeated) {
      const dispute = await deps.stripe.disputes.retrieve(disputeId)
      if (dispute.status === 'lost') return done(disputeId)
    }
    await deps.stripe.disputes.close(disputeId, {}, { idempotencyKey: idempotencyKeyOf(command) })
    return done(disputeId)
  } catch (error) {
    return resultOfError(error)
  }
}
