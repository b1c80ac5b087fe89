import type { CloseDisputeParams } from '../../payments/schema'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { canAcceptDispute } from '../policy'
import type { AcceptDisputeInput } from '../schema'
import { type AnswerResult, answerDispute } from './write-answer'

/**
 * Gives a dispute up: the money stays with the buyer and Stripe counts it as lost, which ends the access
 * that it bought. Needs `dispute.answer`. Throws `not_found` and `forbidden` with `dispute-answered`,
 * `dispute-not-waiting` or `dispute-not-acceptable`. Safe to repeat with the same request id.
 */
export async function acceptDispute(
  deps: Deps,
  actor: Actor,
  { disputeId, requestId, reason }: AcceptDisputeInput,
): Promise<AnswerResult> {
  const params: CloseDisputeParams = { disputeId }
  return await answerDispute(deps, actor, {
    kind: 'close_dispute',
    disputeId,
    requestId,
    reason,
    params,
    decide: (dispute) => canAcceptDispute(actor, dispute),
  })
}
