import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/**
 * A cut score is signed by somebody of the exam board who was no judge of the panel. The database
 * refuses judges as well.
 */
export function canSignOff(actor: Actor, judgeIds: readonly string[]): PolicyResult {
  if (actor.type !== 'member' || !can(actor, 'panel.run')) return denied('not-allowed')
  return judgeIds.includes(actor.userId) ? denied('panel-own-cut') : allowed
}
