import type { OwnMembership } from './own-membership'

/** The sentence that says how a membership stands: its key in `membership.statusText`, and its dates. Pure. */
export function stateWords(membership: OwnMembership): {
  key: string
  dates: Partial<Record<'date' | 'open', Date>>
} {
  const { status, isOpen, openUntil, cancelAt, periodEnd, pausedUntil } = membership
  const on = (key: string, date: Date | null, open: Date | null = null) => ({
    key,
    dates: { ...(date ? { date } : {}), ...(open ? { open } : {}) },
  })
  if (membership.closedReason === 'dispute-open') return on('disputed', null)
  switch (status) {
    case 'trialing':
      return on(cancelAt ? 'trialingCancelled' : 'trialing', cancelAt ?? membership.trialEndsAt)
    case 'active':
      return cancelAt ? on('activeCancelled', cancelAt) : on('active', periodEnd)
    case 'past_due':
      return isOpen && openUntil ? on('past_due', openUntil) : on('past_due_closed', null)
    case 'paused':
      if (pausedUntil === null) return on('pausedForever', null)
      return isOpen ? on('pausedOpen', pausedUntil, openUntil) : on('paused', pausedUntil)
    case 'ended':
      return on('ended', membership.endedAt)
    default:
      return on(status, null)
  }
}
