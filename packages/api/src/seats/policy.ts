import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { PoolState } from './states'

/** Whose pack it is; to others it does not exist. Staff that looks after packs may do what its owner may. */
export function canManagePool(actor: Actor, pool: { ownerId: string }): PolicyResult {
  if (can(actor, 'seat.edit')) return allowed
  return actor.type === 'member' && actor.userId === pool.ownerId ? allowed : denied('not-found')
}

/** Seats are handed out while the pack is paid for and no bank is deciding about its payment. */
export const canHandOut = (pool: { state: PoolState }): PolicyResult =>
  pool.state === 'active' ? allowed : denied(`pack-${pool.state}`)

/** Claiming takes an account with a confirmed address that has no access to the same thing already. */
export function canClaim(actor: Actor, { hasAccess }: { hasAccess: boolean }): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  if (!actor.isEmailVerified) return denied('email-not-verified')
  return hasAccess ? denied('already-have-access') : allowed
}
