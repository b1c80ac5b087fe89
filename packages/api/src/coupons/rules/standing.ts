import type { CouponStanding } from '../states'

/** What a coupon is at a moment, for staff. Pure. */
export function standingOf(
  coupon: {
    startsAt: Date | null
    endsAt: Date | null
    endedAt: Date | null
    totalLimit: number | null
    redeemedCount: number
  },
  now: Date,
): CouponStanding {
  if (coupon.endedAt !== null || (coupon.endsAt !== null && coupon.endsAt <= now)) return 'ended'
  if (coupon.totalLimit !== null && coupon.redeemedCount >= coupon.totalLimit) return 'used_up'
  return coupon.startsAt !== null && coupon.startsAt > now ? 'scheduled' : 'active'
}
