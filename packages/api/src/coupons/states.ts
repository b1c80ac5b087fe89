import type { TransitionTable } from '../shared/transition'

export const redemptionStates = ['reserved', 'redeemed', 'released'] as const
export type RedemptionState = (typeof redemptionStates)[number]

/**
 * From each state those that may follow. Nothing guards by this table: where a redemption stands
 * follows from its order, and an order that ran out can still turn out to be paid.
 */
export const redemptionTransitions = {
  reserved: ['redeemed', 'released'],
  redeemed: ['released'],
  released: ['reserved', 'redeemed'],
} as const satisfies TransitionTable<RedemptionState>

/** What a coupon is at a moment, for staff to sort by. */
export const couponStandings = ['active', 'scheduled', 'used_up', 'ended'] as const
export type CouponStanding = (typeof couponStandings)[number]
