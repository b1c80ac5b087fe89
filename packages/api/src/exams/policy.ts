import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** A sitting as far as it matters who may decide about it. */
export type DecidedSitting = {
  candidateId: string
  /** providers whose courses the candidate takes or has taken */
  taughtBy: readonly string[]
  /** who decided about the result before */
  decidedById: string | null
}

/**
 * The exam board decides, and nobody on their own result or on that of somebody whom they teach (ISO/IEC 17024, 5.2).
 */
export function canDecideSitting(actor: Actor, sitting: DecidedSitting): PolicyResult {
  if (actor.type !== 'member' || !can(actor, 'exam.decide')) return denied('not-allowed')
  if (actor.userId === sitting.candidateId) return denied('exam-own-sitting')
  if (sitting.taughtBy.some((provider) => actor.providerIds.includes(provider))) {
    return denied('exam-own-learner')
  }
  return allowed
}

/** An appeal goes to somebody who had no part in the result. */
export function canDecideAppeal(actor: Actor, sitting: DecidedSitting): PolicyResult {
  const general = canDecideSitting(actor, sitting)
  if (!general.ok || actor.type !== 'member') return general
  return actor.userId === sitting.decidedById ? denied('exam-appeal-own-decision') : allowed
}
