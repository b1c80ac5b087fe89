import type { Tx } from '@archway/db/client'
import { revokedByStaff } from '../../enrolments/rules'
import type { DerivedSubscription } from '../rules/derive-subscription'
import type { LoadedSubscription } from './load-subscription'

type Wish = {
  state: 'active' | 'suspended' | 'revoked'
  stateReason: string | null
  endsAt: Date | null
}

/** What the one grant of a membership should be; null: it gives none that was not given before. */
function wishOf({ access }: DerivedSubscription, now: Date): Wish | null {
  switch (access.state) {
    case 'open': {
      const isOver = access.until.getTime() <= now.getTime()
      return {
        state: 'active',
        stateReason: isOver ? access.afterwards : null,
        endsAt: access.until,
      }
    }
    case 'held':
      return { state: 'suspended', stateReason: access.reason, endsAt: null }
    case 'closed': {
      const isTakenBack =
        access.reason === 'order-refunded' || access.reason === 'membership-duplicate'
      return isTakenBack
        ? { state: 'revoked', stateReason: access.reason, endsAt: null }
        : { state: 'active', stateReason: access.reason, endsAt: now }
    }
    case 'none':
      return null
  }
}

/**
 * Makes access follow the membership: one grant, whose end moves with what is paid for. What has ended
 * keeps the moment at which it ended; what staff took back stays taken back. Safe to repeat.
 */
export async function projectGrant(
  tx: Tx,
  subscription: LoadedSubscription,
  derived: DerivedSubscription,
  now: Date,
): Promise<void> {
  const { userId, offeringId, id: sourceId } = subscription
  const cause = { sourceType: 'subscription' as const, sourceId, userId, offeringId }
  const existing = await tx.accessGrant.findUnique({
    where: { sourceType_sourceId_userId_offeringId: cause },
  })
  const wish = wishOf(derived, now)
  if (!existing) {
    const isOpen = derived.access.state === 'open' && derived.access.until.getTime() > now.getTime()
    if (!wish || !(isOpen || derived.access.state === 'held')) return
    await tx.accessGrant.create({ data: { ...cause, startsAt: now, ...wish } })
    return
  }
  if (existing.stateReason === revokedByStaff) return
  const next = wish ?? { state: 'active' as const, stateReason: 'membership-ended', endsAt: now }
  const isOver = existing.endsAt !== null && existing.endsAt.getTime() <= now.getTime()
  const endsNow = next.state === 'active' && next.endsAt !== null && next.endsAt <= now
  // It ended when it ended, not when it was looked at; and never before it began.
  const ended = isOver ? existing.endsAt : next.endsAt
  const endsAt =
    endsNow && ended !== null && ended < existing.startsAt
      ? existing.startsAt
      : endsNow
        ? ended
        : next.endsAt
  await tx.accessGrant.update({
    where: { id: existing.id },
    data: { state: next.state, stateReason: next.stateReason, endsAt },
    select: { id: true },
  })
}
