import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import type { OfferingStatus } from './schema/vocabulary'

const isMemberOf = (actor: Actor, providerId: string): boolean =>
  actor.type === 'member' && actor.providerIds.includes(providerId)

/** Staff may create anywhere; members of a provider for that one. */
export const canCreateOffering = (actor: Actor, providerId: string): PolicyResult =>
  can(actor, 'offering.edit') || isMemberOf(actor, providerId) ? allowed : denied('not-allowed')

/** Staff may edit at any time; members of the provider while it is their draft. */
export function canEditOffering(
  actor: Actor,
  offering: { providerId: string; status: OfferingStatus },
): PolicyResult {
  if (can(actor, 'offering.edit')) return allowed
  if (!isMemberOf(actor, offering.providerId)) return denied('not-allowed')
  return offering.status === 'draft' ? allowed : denied('only-drafts')
}

/** Members of the provider may hand their draft in, and take it back. */
export const canSubmitOffering = (actor: Actor, offering: { providerId: string }): PolicyResult =>
  can(actor, 'offering.edit') || isMemberOf(actor, offering.providerId)
    ? allowed
    : denied('not-allowed')

/** What the public sees is decided by staff alone. */
export const canPublishOffering = (actor: Actor): PolicyResult =>
  can(actor, 'offering.publish') ? allowed : denied('not-allowed')

/**
 * Drafts of course content may be written by staff and by members of the provider, whatever the
 * offering's status: what learners see is only what staff publishes.
 */
export const canEditContent = (actor: Actor, offering: { providerId: string }): PolicyResult =>
  can(actor, 'offering.edit') || isMemberOf(actor, offering.providerId)
    ? allowed
    : denied('not-allowed')

/** The back side of an offering: staff who read the catalogue, and members of its provider. */
export const canReadOffering = (actor: Actor, offering: { providerId: string }): PolicyResult =>
  can(actor, 'offering.read') || isMemberOf(actor, offering.providerId)
    ? allowed
    : denied('not-allowed')

/** Files for lessons and pages: whoever may write them. */
export const canUpload = (actor: Actor): PolicyResult =>
  can(actor, 'offering.edit') || (actor.type === 'member' && actor.providerIds.length > 0)
    ? allowed
    : denied('not-allowed')

/** Skills, topics and people are shared by all offerings. */
export const canEditShared = (actor: Actor): PolicyResult =>
  can(actor, 'offering.edit') ? allowed : denied('not-allowed')

/** Whether somebody who chooses a provider chooses among all: others have theirs to choose from. */
export const seesEveryProvider = (actor: Actor): boolean =>
  can(actor, 'offering.edit') || can(actor, 'coupon.edit')
