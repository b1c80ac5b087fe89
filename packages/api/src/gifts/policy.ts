import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { GiftStanding, GiftState } from './states'

/** Whose gift it is to give; to others it does not exist. Staff that looks after gifts may do the same. */
export function canManageGift(actor: Actor, gift: { buyerId: string }): PolicyResult {
  if (can(actor, 'gift.edit')) return allowed
  return actor.type === 'member' && actor.userId === gift.buyerId ? allowed : denied('not-found')
}

/** Address, day and links may change until somebody has claimed it, while it is paid for. */
export function canChangeGift(gift: { state: GiftState; standing: GiftStanding }): PolicyResult {
  if (gift.state === 'claimed') return denied('gift-claimed')
  return gift.standing === 'active' ? allowed : denied(`gift-${gift.standing}`)
}

/** Claiming takes an account with a confirmed address that has no access to the same thing already. */
export function canClaimGift(
  actor: Actor,
  gift: { state: GiftState; standing: GiftStanding },
  { hasAccess }: { hasAccess: boolean },
): PolicyResult {
  const open = canChangeGift(gift)
  if (!open.ok) return open
  if (actor.type !== 'member') return denied('sign-in-required')
  if (!actor.isEmailVerified) return denied('email-not-verified')
  return hasAccess ? denied('gift-owned-already') : allowed
}
