import type { OfferingOrigin, OfferingStatus, SoldKind } from '../catalog/schema/vocabulary'
import type { Access, AccessReason, GrantCause, GrantSource, GrantState } from './schema'

/** What the rule has to know of a grant. */
export type Grant = {
  id: string
  sourceType: GrantSource
  sourceId: string
  state: GrantState
  stateReason: string | null
  startsAt: Date
  endsAt: Date | null
}

/**
 * Whether a membership opens an offering: every course and program of our own that is public, and one that
 * is no longer sold, for those who have begun it. Pure.
 */
export const isOpenToMembers = (offering: {
  kind: SoldKind
  origin: OfferingOrigin
  status: OfferingStatus
}): boolean =>
  offering.origin === 'own' &&
  (offering.kind === 'course' || offering.kind === 'program') &&
  (offering.status === 'published' || offering.status === 'retired')

/** A grant that staff took back stays taken back, whatever its source says later. */
export const revokedByStaff = 'revoked-by-staff'

/** Whether access from such a cause stands and falls with the money of an order. Pure. */
export const isBoughtSource = (source: GrantSource): boolean =>
  source === 'order_line' || source === 'seat' || source === 'gift'

/** What a grant amounts to at a moment. Starts are inclusive, ends exclusive. Pure. */
export function grantStanding(grant: Grant, now: Date): AccessReason['standing'] {
  if (grant.state !== 'active') return grant.state
  if (grant.startsAt.getTime() > now.getTime()) return 'not_started'
  if (grant.endsAt !== null && grant.endsAt.getTime() <= now.getTime()) return 'ended'
  return 'live'
}

/**
 * Whether somebody has access and why, or why not: access is at least one live grant, and every
 * grant is named with its cause and its standing, live ones first. The learner and staff are shown
 * the same answer. Pure.
 */
export function accessReasons(grants: readonly Grant[], now: Date): Access {
  const reasons = grants.map((grant) => ({
    grantId: grant.id,
    source: grant.sourceType,
    sourceId: grant.sourceId,
    standing: grantStanding(grant, now),
    stateReason: grant.stateReason,
    startsAt: grant.startsAt,
    endsAt: grant.endsAt,
  }))
  const live = reasons.filter((reason) => reason.standing === 'live')
  const ends = live.map((reason) => reason.endsAt?.getTime() ?? Number.POSITIVE_INFINITY)
  const until = Math.max(...ends)
  return {
    hasAccess: live.length > 0,
    until: live.length > 0 && Number.isFinite(until) ? new Date(until) : null,
    reasons: [...live, ...reasons.filter((reason) => reason.standing !== 'live')],
  }
}

export type OfferedReason = Pick<AccessReason, 'grantId' | 'source' | 'sourceId' | 'standing'> & {
  offering: { id: string; title: string }
}

/**
 * What taking a grant back does, before it is done: every offering that grants of the same cause
 * open now, and whether another grant still does afterwards. `reasons` are all of one person. Pure.
 */
export function revokeEffect(
  reasons: readonly OfferedReason[],
  grantId: string,
): { offeringId: string; title: string; remains: boolean }[] {
  const cause = reasons.find((reason) => reason.grantId === grantId)
  if (!cause) return []
  const live = reasons.filter((reason) => reason.standing === 'live')
  const isOfCause = ({ source, sourceId }: OfferedReason) =>
    source === cause.source && sourceId === cause.sourceId
  return live.filter(isOfCause).map(({ offering }) => ({
    offeringId: offering.id,
    title: offering.title,
    remains: live.some((other) => other.offering.id === offering.id && !isOfCause(other)),
  }))
}

/**
 * A reason in words, as two keys of the message catalogue: where it comes from and how it stands. The
 * learner and staff read the same two, each in the words of their side. Pure.
 */
export function reasonKeys(
  reason: Pick<AccessReason, 'source' | 'standing' | 'endsAt'>,
  cause: Pick<GrantCause, 'program'>,
) {
  const until = reason.endsAt === null ? '' : '-until'
  const standing = reason.standing === 'live' ? (`live${until}` as const) : reason.standing
  if (reason.source === 'subscription') {
    // It renews itself: when it ends is said on the membership's own page.
    const isLive = reason.standing === 'live'
    return { cause: reason.source, standing: isLive ? 'live-membership' : standing } as const
  }
  const inProgram = cause.program === null ? '' : '-in-program'
  return { cause: `${reason.source}${inProgram}`, standing } as const
}
