import { redemptionStateOf } from '../../coupons/rules/redemption-state'
import type { OrderStatus } from '../../payments/states'
import type { CreditState } from '../states'

/**
 * Where a credit stands, from what the order of the program is and whether the program's line was taken
 * back. Like a coupon it is held while the order can be paid and used when it is. Unlike a coupon it
 * comes back with a refund: what was paid for the course is then nobody's but the course's. Pure.
 */
export function creditStateOf(
  order: { status: OrderStatus; isMismatch: boolean },
  isLineTaken: boolean,
): CreditState {
  const isOver = order.status === 'refunded' || order.status === 'charged_back'
  const state = redemptionStateOf(order)
  return state === 'redeemed' && (isOver || isLineTaken) ? 'released' : state
}
