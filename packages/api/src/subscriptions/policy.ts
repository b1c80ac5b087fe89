import type { Actor } from '../shared/actor'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import { isLiveStatus, type SubscriptionStatus } from './states'

/** Becoming a member takes an account with a confirmed address, like every checkout. */
export function canSubscribe(actor: Actor): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  return actor.isEmailVerified ? allowed : denied('email-not-verified')
}

/** How a membership stands, as far as what its member may do with it depends on it. */
export type Standing = { status: SubscriptionStatus; cancelAt: Date | null }

/** Cancelling is always possible while something may be charged. */
export function canCancel({ status, cancelAt }: Standing): PolicyResult {
  if (!isLiveStatus(status)) return denied('membership-not-running')
  return cancelAt === null ? allowed : denied('membership-cancelled')
}

/** A cancellation can be taken back until it has taken effect. */
export function canResume({ status, cancelAt }: Standing): PolicyResult {
  if (!isLiveStatus(status)) return denied('membership-not-running')
  return cancelAt === null ? denied('membership-not-cancelled') : allowed
}

/** Pausing is for a membership that is paid for; what is owed or ends is settled first. */
export function canPause({ status, cancelAt }: Standing): PolicyResult {
  if (cancelAt !== null) return denied('membership-cancelled')
  return status === 'active' ? allowed : denied('membership-not-active')
}

export const canUnpause = ({ status }: Standing): PolicyResult =>
  status === 'paused' ? allowed : denied('membership-not-paused')

/** The plan is changed while the membership is paid for or tried, and goes on. */
export function canChangePlan({ status, cancelAt }: Standing): PolicyResult {
  if (cancelAt !== null) return denied('membership-cancelled')
  return status === 'active' ? allowed : denied('membership-not-active')
}
