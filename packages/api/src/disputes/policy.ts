import { isWaitingForUs } from '../payments/rules/dispute-effect'
import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

export type Answerable = {
  status: string
  evidenceDueBy: Date | null
  /** an answer to its present status was written and not refused by Stripe */
  isAnswered: boolean
}

/** A dispute asks once in each of its stages; afterwards the bank decides. */
function isOpenToAnswer(actor: Actor, dispute: Answerable): PolicyResult {
  if (!can(actor, 'dispute.answer')) return denied('not-allowed')
  if (dispute.isAnswered) return denied('dispute-answered')
  return isWaitingForUs(dispute.status) ? allowed : denied('dispute-not-waiting')
}

/**
 * Whether evidence may be sent now: the role, a dispute that asks for it, and its deadline still ahead
 * (the bank need not look at what comes later). An appeal takes files and a fee, which only Stripe's own
 * dashboard asks for.
 */
export function canSubmitEvidence(actor: Actor, dispute: Answerable, now: Date): PolicyResult {
  const open = isOpenToAnswer(actor, dispute)
  if (!open.ok) return open
  if (dispute.status === 'appeal_needs_response') return denied('dispute-appeal')
  const isPast = dispute.evidenceDueBy !== null && dispute.evidenceDueBy.getTime() <= now.getTime()
  return isPast ? denied('dispute-past-due') : allowed
}

/** Whether a dispute may be given up. Stripe closes a chargeback; an inquiry ends with a refund. */
export function canAcceptDispute(actor: Actor, dispute: Answerable): PolicyResult {
  const open = isOpenToAnswer(actor, dispute)
  if (!open.ok) return open
  return dispute.status === 'needs_response' ? allowed : denied('dispute-not-acceptable')
}
