import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** A bundle is part of the catalogue: those who write that may write it, too. */
export const canEditBundle = (actor: Actor): PolicyResult =>
  can(actor, 'offering.edit') ? allowed : denied('not-allowed')

export const canPublishBundle = (actor: Actor): PolicyResult =>
  can(actor, 'offering.publish') ? allowed : denied('not-allowed')
