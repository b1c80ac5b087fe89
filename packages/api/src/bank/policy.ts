import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Who may write items and set their state. */
export const canWriteItem = (actor: Actor): PolicyResult =>
  can(actor, 'item.write') ? allowed : denied('not-allowed')

/** Nobody reviews what they wrote; the database refuses it, too. */
export function canReviewItem(actor: Actor, version: { authorId: string }): PolicyResult {
  if (!can(actor, 'item.review')) return denied('not-allowed')
  return actor.type === 'member' && actor.userId === version.authorId
    ? denied('item-reviewer-is-author')
    : allowed
}
