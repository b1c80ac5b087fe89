import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Who holds a credential, and whose it is to teach what it certifies. */
export type Interests = { userId: string | null; providerId: string }

/**
 * The exam board and administrators decide on credentials: not on their own, and not on those of learners
 * whom they teach (ISO/IEC 17024, 5.2). The database refuses the last two as well.
 */
export function canDecide(actor: Actor, { userId, providerId }: Interests): PolicyResult {
  if (!can(actor, 'credential.decide')) return denied('not-allowed')
  if (actor.type !== 'member') return allowed
  if (actor.userId === userId) return denied('credential-own')
  return actor.providerIds.includes(providerId) ? denied('credential-taught') : allowed
}

/** Administrators alone change keys: all that an issuer ever said hangs on them. */
export const canChangeKeys = (actor: Actor): PolicyResult =>
  can(actor, 'issuer.keys') ? allowed : denied('not-allowed')

/** The exam board and administrators look at evidence for another name: not at their own. */
export function canDecideName(actor: Actor, { userId }: { userId: string }): PolicyResult {
  if (!can(actor, 'credential.decide')) return denied('not-allowed')
  return actor.type === 'member' && actor.userId === userId ? denied('name-own') : allowed
}
