import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Whether somebody may read a document: who bought, and staff that reads documents. */
export function canReadDocument(actor: Actor, order: { userId: string | null }): PolicyResult {
  const isBuyer = actor.type === 'member' && actor.userId === order.userId
  return isBuyer || can(actor, 'document.read') ? allowed : denied('not-allowed')
}
