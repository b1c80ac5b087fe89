import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Enrolling in something free takes an account with a confirmed address. */
export function canEnrolFree(actor: Actor): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  return actor.isEmailVerified ? allowed : denied('email-not-verified')
}

export const canGrant = (actor: Actor): PolicyResult =>
  can(actor, 'enrolment.grant') ? allowed : denied('not-allowed')

export const canRevoke = (actor: Actor): PolicyResult =>
  can(actor, 'enrolment.revoke') ? allowed : denied('not-allowed')
