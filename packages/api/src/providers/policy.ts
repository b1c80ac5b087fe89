import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Providers are staff's: their share of sales stands with them. */
export const canEditProvider = (actor: Actor): PolicyResult =>
  can(actor, 'provider.edit') ? allowed : denied('not-allowed')
