import type { Actor } from '../shared/actor'
import { can } from '../shared/permissions'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'
import { isOpenDispute } from './rules/dispute-effect'
import type { RefundAnswer } from './schema'

type PaidOrder = {
  paymentIntentId: string | null
  refundableMinor: bigint
  /** lines of which what was paid counts for a program */
  creditedLineIds: readonly string[]
  disputes: readonly { status: string }[]
}

/** A payment, something left of it, and no dispute that the bank is deciding about: Stripe refuses then. */
function hasMoneyToGiveBack(order: PaidOrder): PolicyResult {
  if (order.disputes.some((dispute) => isOpenDispute(dispute.status))) return denied('dispute-open')
  if (order.paymentIntentId === null) return denied('not-paid')
  if (order.refundableMinor > 0n) return allowed
  return denied(order.creditedLineIds.length > 0 ? 'refund-credited' : 'nothing-to-refund')
}

/** Whether staff may give money back on an order: the role, and money to give. */
export const canRefund = (actor: Actor, order: PaidOrder): PolicyResult =>
  can(actor, 'order.refund') ? hasMoneyToGiveBack(order) : denied('not-allowed')

/**
 * Whether a buyer may take back what the refund promise owes on a line without asking anybody: nothing of
 * it was given back otherwise or is on its way.
 */
export function canRequestRefund(
  order: PaidOrder,
  line: { amountMinor: bigint; refundableMinor: bigint; refund: RefundAnswer },
): PolicyResult {
  const money = hasMoneyToGiveBack(order)
  if (!money.ok) return money
  if (!line.refund.isOwed) return denied(`refund-${line.refund.reason}`)
  const { owedMinor } = line.refund
  const isLeft = owedMinor <= line.refundableMinor && owedMinor <= order.refundableMinor
  return isLeft ? allowed : denied('nothing-to-refund')
}
