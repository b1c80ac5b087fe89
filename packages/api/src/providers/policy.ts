import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** What a provider earns is seen by its members and by whoever may read the ledger. */
export const canSeeEarnings = (actor: Actor, providerId: string): PolicyResult =>
  can(actor, 'ledger.read') || (actor.type === 'member' && actor.providerIds.includes(providerId))
    ? allowed
    : denied('not-allowed')

/** Providers are staff's: their share of sales stands with them. */
export const canEditProvider = (actor: Actor): PolicyResult =>
  can(actor, 'provider.edit') ? allowed : denied('not-allowed')

/** What share of sales is a provider's is agreed by those who pay it. */
export const canEditShares = (actor: Actor): PolicyResult =>
  can(actor, 'share.edit') ? allowed : denied('not-allowed')
