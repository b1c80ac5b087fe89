import type { OrderStatus } from '../../payments/states'
import type { RedemptionState } from '../states'

const states: Record<OrderStatus, RedemptionState> = {
  awaiting_payment: 'reserved',
  processing: 'reserved',
  paid: 'redeemed',
  partially_refunded: 'redeemed',
  refunded: 'redeemed',
  disputed: 'redeemed',
  charged_back: 'redeemed',
  payment_failed: 'released',
  expired: 'released',
  cancelled: 'released',
  duplicate: 'released',
}

/**
 * Where a coupon stands in an order, from what the order is. An order ends as expired, failed or
 * cancelled only when Stripe can take no payment for it any more. A refund does not give a coupon
 * back: it was used. What was paid twice or after a cancellation, and money that never was the
 * order's (`isMismatch`) and went back, never counted as a purchase, so the coupon is free again. Pure.
 */
export const redemptionStateOf = (order: {
  status: OrderStatus
  isMismatch: boolean
}): RedemptionState =>
  order.isMismatch && order.status === 'refunded' ? 'released' : states[order.status]
