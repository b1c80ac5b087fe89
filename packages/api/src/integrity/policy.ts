import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Whom a case is about, and whose learner they are. */
export type CaseInterests = {
  candidateId: string
  /** providers of the exam and of everything that the candidate has access to */
  teachingProviderIds: readonly string[]
}

/**
 * The exam board reviews cases: nobody their own, and nobody that of a learner whom their provider teaches
 * (ISO/IEC 17024, 5.2). The database refuses the last two as well.
 */
export function canReview(
  actor: Actor,
  { candidateId, teachingProviderIds }: CaseInterests,
): PolicyResult {
  if (actor.type !== 'member' || !can(actor, 'integrity.review')) return denied('not-allowed')
  if (actor.userId === candidateId) return denied('case-own')
  return actor.providerIds.some((id) => teachingProviderIds.includes(id))
    ? denied('case-taught')
    : allowed
}
