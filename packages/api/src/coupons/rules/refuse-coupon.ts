import type { CouponRefusalReason } from '../schema'
import { type AskedCode, type CouponBuyer, type CouponLine, isFor } from './coupon'

type Found = NonNullable<AskedCode['found']>

/**
 * Why a code cannot be used by this buyer for this cart at this time, looked at by itself; null when
 * it can. The first that holds is said: what is wrong with the code before what is wrong with the
 * cart. A visitor (`buyer` null) is judged as somebody who has bought nothing yet. Pure.
 */
export function refuseCoupon(
  { coupon, use, isSingleUse }: Found,
  cart: { lines: readonly CouponLine[]; currency: string },
  buyer: CouponBuyer | null,
  now: Date,
): CouponRefusalReason | null {
  if (coupon.endedAt !== null && coupon.endedAt <= now) return 'coupon-ended'
  if (coupon.startsAt !== null && now < coupon.startsAt) return 'coupon-not-started'
  if (coupon.endsAt !== null && now >= coupon.endsAt) return 'coupon-ended'
  if (isSingleUse && use.code !== 'free') return singleUseReasons[use.code]
  if (coupon.perPersonLimit !== null) {
    if (use.redeemedByBuyer >= coupon.perPersonLimit) return 'coupon-used-by-you'
    if (use.redeemedByBuyer + use.heldByBuyer >= coupon.perPersonLimit) return 'coupon-held-by-you'
  }
  if (coupon.totalLimit !== null && use.taken >= coupon.totalLimit) {
    return use.heldByBuyer > 0 ? 'coupon-held-by-you' : 'coupon-used-up'
  }
  if (coupon.isFirstOrderOnly && buyer?.hasOrdered) return 'coupon-first-order-only'
  if (coupon.isFirstOrderOnly && buyer?.holdsFirstOrder) return 'coupon-held-by-you'
  const lines = cart.lines.filter((line) => isFor(coupon, line))
  if (lines.length === 0) return 'coupon-not-for-these'
  const terms = coupon.amounts.find((amount) => amount.currency === cart.currency)
  if (coupon.kind === 'amount' && !terms?.amountMinor) return 'coupon-other-currency'
  const subtotal = lines.reduce((sum, line) => sum + line.listMinor, 0n)
  if (terms?.minimumMinor && subtotal < terms.minimumMinor) return 'coupon-below-minimum'
  return null
}

const singleUseReasons = {
  used: 'coupon-used-up',
  'used-by-buyer': 'coupon-used-by-you',
  'held-by-buyer': 'coupon-held-by-you',
} as const satisfies Record<Exclude<Found['use']['code'], 'free'>, CouponRefusalReason>
