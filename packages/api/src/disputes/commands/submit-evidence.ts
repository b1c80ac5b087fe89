import type { SubmitEvidenceParams } from '../../payments/schema'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { canSubmitEvidence } from '../policy'
import type { SubmitEvidenceInput } from '../schema'
import { type AnswerResult, answerDispute } from './write-answer'

/**
 * Sends the evidence against a dispute to the bank, once: the texts are frozen in the command, whatever is
 * recorded later. Needs `dispute.answer`. Throws `not_found` and `forbidden` with `dispute-answered`,
 * `dispute-not-waiting`, `dispute-past-due` or `dispute-appeal`. When Stripe refuses (`failed`) the bank
 * has got nothing, and another answer may be sent. Safe to repeat with the same request id.
 */
export async function submitEvidence(
  deps: Deps,
  actor: Actor,
  { disputeId, requestId, reason, evidence }: SubmitEvidenceInput,
): Promise<AnswerResult> {
  const params: SubmitEvidenceParams = { disputeId, evidence }
  return await answerDispute(deps, actor, {
    kind: 'submit_evidence',
    disputeId,
    requestId,
    reason,
    params,
    decide: (dispute) => canSubmitEvidence(actor, dispute, deps.clock.now()),
  })
}
