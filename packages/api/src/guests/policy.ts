import type { Actor } from '../shared/actor'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Paying with an address alone is for who is not signed in. */
export const canCheckOutAsGuest = (actor: Actor): PolicyResult =>
  actor.type === 'visitor' ? allowed : denied('signed-in')

/** Claiming what a guest bought takes an account whose address was confirmed, as buying with one does. */
export function canClaim(actor: Actor): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  return actor.isEmailVerified ? allowed : denied('email-not-verified')
}
