import type { OrderStatus, ReviewReason } from '../states'
import { disputeEffect } from './dispute-effect'
import { isActiveRefund, type StripeFacts, sumMinor } from './facts'

/** What our own side knows about an order, as far as its status depends on it. */
export type LocalFacts = {
  currency: string
  totalMinor: bigint
  expiresAt: Date
  /** Stripe confirmed that the session which the buyer gave up can no longer be paid */
  isCancelled: boolean
  /** the same for a session that we closed: another checkout took its place, or cards were tried out on it */
  isReplaced: boolean
  /** we are giving the payment back because the same thing was bought twice */
  isDuplicate: boolean
  /** where the command that opens the session stands; null when there is none */
  createSession: 'open' | 'done' | 'failed' | null
  /** an automatic refund that Stripe refused for good */
  hasFailedAutoRefund: boolean
  /** when an order that left nothing to pay was settled; null for any other */
  freePaidAt: Date | null
  /** the countries of the region whose cheaper prices were paid; none where general prices were */
  regionCountries: readonly string[]
  /** when staff closed the buyer's account; null while it is open */
  accountClosedAt: Date | null
}

/** What the order's lines give: nothing, access, access on hold, or access taken back. */
export type OrderAccess = 'none' | 'active' | 'held' | 'taken'

export type DerivedOrder = {
  status: OrderStatus
  review: ReviewReason | null
  /** ids of what at Stripe is odd: another refund that fails is another reason to look; empty: the order itself */
  reviewCause: string
  access: OrderAccess
  /** money that came in, minor units of the order's currency; 0 when it does not match the order */
  paidMinor: bigint
  refundedMinor: bigint
  /** money came in, but not what was ordered: nothing is granted and nothing is booked as a sale */
  isMismatch: boolean
  paidAt: Date | null
}

/** Whether what Stripe took is what was ordered, to the last unit. */
function isMismatched(local: LocalFacts, facts: StripeFacts): boolean {
  const { session } = facts
  const succeeded = facts.charges.filter((charge) => charge.status === 'succeeded')
  if (succeeded.length === 0) {
    return session?.paymentStatus === 'no_payment_required' && local.totalMinor > 0n
  }
  if (succeeded.some((charge) => charge.currency !== local.currency)) return true
  if (sumMinor(succeeded) !== local.totalMinor) return true
  return (
    session !== null &&
    (session.currency !== local.currency || session.amountTotalMinor !== local.totalMinor)
  )
}

function unpaidStatus(local: LocalFacts, facts: StripeFacts, now: Date): OrderStatus {
  const { session, intent } = facts
  if (local.isCancelled) return 'cancelled'
  if (session === null) {
    if (local.isReplaced || now.getTime() > local.expiresAt.getTime()) return 'expired'
    return local.createSession === 'failed' ? 'payment_failed' : 'awaiting_payment'
  }
  if (session.status === 'expired') return 'expired'
  if (session.status !== 'complete') return 'awaiting_payment'
  // Complete without money: a delayed method is on its way, or it has failed.
  const hasFailed = intent?.status === 'requires_payment_method' || intent?.status === 'canceled'
  return hasFailed ? 'payment_failed' : 'processing'
}

function reviewOf(
  local: LocalFacts,
  facts: StripeFacts,
  money: { isMismatch: boolean; isPaid: boolean; isFullyRefunded: boolean },
  now: Date,
): ReviewReason | null {
  if (local.hasFailedAutoRefund && !money.isFullyRefunded) return 'automatic_refund_failed'
  if (money.isMismatch && !money.isFullyRefunded) return 'amount_mismatch'
  if (facts.disputes.some((dispute) => disputeEffect(dispute.status) === 'unknown')) {
    return 'dispute_unknown_status'
  }
  if (!money.isPaid) {
    const couldNotOpen = facts.session === null && local.createSession === 'failed'
    return couldNotOpen && unpaidStatus(local, facts, now) === 'payment_failed'
      ? 'checkout_failed'
      : null
  }
  if (local.isCancelled) return 'paid_after_cancel'
  if (money.isFullyRefunded) return null
  if (facts.refunds.some((refund) => refund.status === 'failed')) return 'refund_failed'
  if (facts.refunds.some((refund) => isActiveRefund(refund) && refund.commandId === null)) {
    return 'refund_unallocated'
  }
  if (isHeldForAccount(local, facts)) return 'account_closed'
  return isOutsideRegion(local, facts) ? 'region_mismatch' : null
}

function causeOf(review: ReviewReason, { refunds, disputes }: StripeFacts): string {
  const odd = {
    refund_failed: refunds.filter(({ status }) => status === 'failed'),
    refund_unallocated: refunds.filter((refund) => isActiveRefund(refund) && !refund.commandId),
    dispute_unknown_status: disputes.filter(({ status }) => disputeEffect(status) === 'unknown'),
  }
  if (!(review in odd)) return ''
  const ids = odd[review as keyof typeof odd].map(({ id }) => id)
  return ids.sort().join(' ')
}

/** Cheaper prices of a region were paid with a card of a country outside it. */
const isOutsideRegion = (local: LocalFacts, facts: StripeFacts): boolean =>
  local.regionCountries.length > 0 &&
  facts.charges.some(
    ({ status, cardCountry }) =>
      status === 'succeeded' &&
      cardCountry !== null &&
      !local.regionCountries.includes(cardCountry),
  )

const firstMoneyAt = (local: LocalFacts, facts: StripeFacts): Date | null => {
  if (local.freePaidAt !== null) return local.freePaidAt
  const times = facts.charges
    .filter((charge) => charge.status === 'succeeded')
    .map((charge) => (charge.balance?.createdAt ?? charge.createdAt).getTime())
  return times.length === 0 ? null : new Date(Math.min(...times))
}

/** Paid by somebody whose account was closed before the money came. */
function isHeldForAccount(local: LocalFacts, facts: StripeFacts): boolean {
  const paidAt = firstMoneyAt(local, facts)
  return (
    local.accountClosedAt !== null &&
    paidAt !== null &&
    local.accountClosedAt.getTime() <= paidAt.getTime()
  )
}

/**
 * The state of an order as a pure function of facts: the same facts give the same answer, however
 * and how often they arrived, and the answer may go backwards when the facts do. Precedence: not
 * paid → given back as a duplicate or after a cancellation → lost to a dispute → fully refunded →
 * held by a dispute → partly refunded → paid.
 */
export function deriveOrder(local: LocalFacts, facts: StripeFacts, now: Date): DerivedOrder {
  const isMismatch = isMismatched(local, facts)
  const paid = sumMinor(facts.charges.filter((charge) => charge.status === 'succeeded'))
  const refundedMinor = sumMinor(facts.refunds.filter(isActiveRefund))
  const isPaid = paid > 0n || local.freePaidAt !== null
  const isFullyRefunded = paid > 0n && refundedMinor >= paid
  const effects = facts.disputes.map((dispute) => disputeEffect(dispute.status))
  const review = reviewOf(local, facts, { isMismatch, isPaid, isFullyRefunded }, now)
  const result = (status: OrderStatus, access: OrderAccess): DerivedOrder => ({
    status,
    review,
    reviewCause: review === null ? '' : causeOf(review, facts),
    access,
    paidMinor: isMismatch ? 0n : paid,
    refundedMinor,
    isMismatch,
    paidAt: isMismatch ? null : firstMoneyAt(local, facts),
  })
  if (isMismatch) {
    return isFullyRefunded ? result('refunded', 'none') : result('processing', 'none')
  }
  if (!isPaid) return result(unpaidStatus(local, facts, now), 'none')
  if (local.isDuplicate) return result('duplicate', 'none')
  if (local.isCancelled) return result('cancelled', 'none')
  if (effects.includes('lost')) return result('charged_back', 'taken')
  if (isFullyRefunded) return result('refunded', 'taken')
  if (effects.includes('held') || effects.includes('unknown')) return result('disputed', 'held')
  const access = isHeldForAccount(local, facts) ? 'held' : 'active'
  return result(refundedMinor > 0n ? 'partially_refunded' : 'paid', access)
}
