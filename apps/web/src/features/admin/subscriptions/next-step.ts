import type { SubscriptionStatus } from '@archway/api/subscriptions/states'

type Standing = {
  status: SubscriptionStatus
  periodEnd: Date | null
  trialEndsAt: Date | null
  cancelAt: Date | null
  pausedUntil: Date | null
  graceUntil: Date | null
  endedAt: Date | null
}

export type NextStep = {
  kind: 'ended' | 'ends' | 'trialEnds' | 'renews' | 'resumes' | 'closes' | 'closed'
  at: Date
}

/** What happens to a membership next and when, or what happened last to one that is over. Pure. */
export function nextStepOf(row: Standing): NextStep | null {
  const step = (kind: NextStep['kind'], at: Date | null) => (at ? { kind, at } : null)
  if (row.endedAt) return step('ended', row.endedAt)
  if (row.status === 'unpaid') return step('closed', row.graceUntil)
  if (row.status === 'past_due') return step('closes', row.graceUntil)
  if (row.status === 'paused') return step('resumes', row.pausedUntil)
  if (row.status !== 'trialing' && row.status !== 'active') return null
  if (row.cancelAt) return step('ends', row.cancelAt)
  return row.status === 'trialing'
    ? step('trialEnds', row.trialEndsAt)
    : step('renews', row.periodEnd)
}
