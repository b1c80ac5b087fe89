import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Whether somebody may write, publish and retire guides and their facts. */
export const canEditGuides = (actor: Actor): PolicyResult =>
  can(actor, 'guide.edit') ? allowed : denied('not-allowed')
