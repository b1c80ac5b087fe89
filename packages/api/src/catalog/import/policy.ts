import type { Actor } from '../../shared/actor'
import { can } from '../../shared/permissions'
import { allowed, denied, type PolicyResult } from '../../shared/policy-result'

/** Imports publish at once, so they are for those who may. */
export const canImport = (actor: Actor): PolicyResult =>
  can(actor, 'import.run') ? allowed : denied('not-allowed')
