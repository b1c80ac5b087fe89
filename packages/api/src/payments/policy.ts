import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import { isOpenDispute } from './rules/dispute-effect'

/**
 * Whether staff may give money back on an order: the role, a payment, something left of it, and no
 * dispute that the bank is deciding about (Stripe refuses such a refund).
 */
export function canRefund(
  actor: Actor,
  order: {
    paymentIntentId: string | null
    refundableMinor: bigint
    disputes: readonly { status: string }[]
  },
): PolicyResult {
  if (!can(actor, 'order.refund')) return denied('not-allowed')
  if (order.disputes.some((dispute) => isOpenDispute(dispute.status))) return denied('dispute-open')
  if (order.paymentIntentId === null) return denied('not-paid')
  return order.refundableMinor > 0n ? allowed : denied('nothing-to-refund')
}
