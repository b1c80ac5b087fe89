import { disputeEffect } from '../../payments/rules/dispute-effect'
import type { OrderStatus } from '../../payments/states'
import type { TimelineEntry } from '../schema/order'

export type TimelineFacts = {
  status: OrderStatus
  totalMinor: bigint
  createdAt: Date
  paidAt: Date | null
  expiresAt: Date
  updatedAt: Date
  charges: readonly { status: string; amountMinor: bigint; createdAt: Date; updatedAt: Date }[]
  refunds: readonly { status: string; amountMinor: bigint; createdAt: Date; updatedAt: Date }[]
  disputes: readonly { status: string; amountMinor: bigint; createdAt: Date; updatedAt: Date }[]
  /** when the session was opened and when the buyer's cancellation was settled */
  checkoutOpenedAt: Date | null
  cancelledAt: Date | null
}

const ends: Partial<Record<OrderStatus, TimelineEntry['kind']>> = {
  payment_failed: 'payment_failed',
  expired: 'expired',
  cancelled: 'cancelled',
}

/** Stripe's times are whole seconds: what happened within one keeps the order in which it must have. */
const secondOf = (at: Date): number => Math.floor(at.getTime() / 1000)

/** What happened to an order, oldest first, from its facts. Pure. */
export function timeline(facts: TimelineFacts): TimelineEntry[] {
  const entry = (
    kind: TimelineEntry['kind'],
    at: Date | null,
    amountMinor: bigint | null = null,
  ): TimelineEntry[] => (at ? [{ kind, at, amountMinor }] : [])
  const end = ends[facts.status]
  const endAt =
    facts.status === 'cancelled'
      ? facts.cancelledAt
      : facts.status === 'expired' && facts.expiresAt < facts.updatedAt
        ? facts.expiresAt
        : facts.updatedAt
  return [
    ...entry('created', facts.createdAt, facts.totalMinor),
    ...entry('checkout_opened', facts.checkoutOpenedAt),
    ...facts.charges
      .filter((charge) => charge.status === 'failed')
      .flatMap((charge) => entry('payment_declined', charge.createdAt, charge.amountMinor)),
    ...entry('paid', facts.paidAt, facts.totalMinor),
    ...facts.refunds.flatMap((refund) => [
      ...entry('refund_started', refund.createdAt, refund.amountMinor),
      ...(refund.status === 'succeeded'
        ? entry('refunded', refund.updatedAt, refund.amountMinor)
        : []),
      ...(refund.status === 'failed' || refund.status === 'canceled'
        ? entry('refund_failed', refund.updatedAt, refund.amountMinor)
        : []),
    ]),
    ...facts.disputes.flatMap((dispute) => [
      ...entry('dispute_opened', dispute.createdAt, dispute.amountMinor),
      ...(dispute.status === 'won'
        ? entry('dispute_won', dispute.updatedAt, dispute.amountMinor)
        : []),
      ...(disputeEffect(dispute.status) === 'lost'
        ? entry('dispute_lost', dispute.updatedAt, dispute.amountMinor)
        : []),
    ]),
    ...(end ? entry(end, endAt) : []),
  ].sort((a, b) => secondOf(a.at) - secondOf(b.at))
}
