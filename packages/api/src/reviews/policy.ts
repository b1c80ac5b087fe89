import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/**
 * Who took part may review it once, with a confirmed address; who belongs to the provider may not,
 * because readers take reviews for the word of strangers. Having taken part is enough: whoever got
 * the money back may still say why.
 */
export function canReview(
  actor: Actor,
  offering: { providerId: string },
  isEnrolled: boolean,
): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  if (!actor.isEmailVerified) return denied('email-not-verified')
  if (actor.providerIds.includes(offering.providerId)) return denied('review-own-offering')
  return isEnrolled ? allowed : denied('review-needs-enrolment')
}

export const canModerate = (actor: Actor): PolicyResult =>
  can(actor, 'review.moderate') ? allowed : denied('not-allowed')
