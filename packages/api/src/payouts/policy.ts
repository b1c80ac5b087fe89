import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { PayoutState } from './states'

export const canSendPayouts = (actor: Actor): PolicyResult =>
  can(actor, 'payout.send') ? allowed : denied('not-allowed')

/** What a provider was paid is seen by its members and by staff who may. */
export const canSeePayouts = (actor: Actor, providerId: string): PolicyResult =>
  can(actor, 'payout.read') || (actor.type === 'member' && actor.providerIds.includes(providerId))
    ? allowed
    : denied('not-allowed')

/** The account that money goes to is its owners' alone: staff could send it elsewhere. */
export const canManageAccount = (
  actor: Actor,
  membership: { role: 'owner' | 'editor' } | null,
): PolicyResult => {
  if (actor.type !== 'member' || membership === null) return denied('not-allowed')
  return membership.role === 'owner' ? allowed : denied('owners-only')
}

/** What has been sent can be taken back as far as it was not yet. */
export function canReversePayout(
  actor: Actor,
  payout: { state: PayoutState; amountMinor: bigint; reversedMinor: bigint },
): PolicyResult {
  if (!can(actor, 'payout.send')) return denied('not-allowed')
  if (!['sent', 'paid', 'failed'].includes(payout.state)) return denied('payout-not-sent')
  return payout.reversedMinor < payout.amountMinor ? allowed : denied('nothing-to-reverse')
}
