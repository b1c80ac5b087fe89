import { isBelowMinimumCharge, minimumChargeMinor } from '../../shared/minimum-charge'
import type { CouponRefusalReason } from '../schema'
import type { AskedCode, Coupon, CouponBuyer, CouponLine } from './coupon'
import { refuseCoupon } from './refuse-coupon'
import { splitDiscounts } from './split-discounts'

export type AppliedCoupon = {
  couponId: string
  codeId: string
  code: string
  name: string
  isSingleUse: boolean
  isFirstOrderOnly: boolean
  perPersonLimit: number | null
  /** who gives the discount; null: the platform */
  ownerProviderId: string | null
  amountMinor: bigint
  /** of each line, in the cart's order */
  parts: bigint[]
}

export type RefusedCode = {
  code: string
  reason: CouponRefusalReason
  /** when it begins, for `coupon-not-started` */
  at: Date | null
  /** for `coupon-below-minimum`: what has to be ordered; for `coupon-total-too-small`: the least to pay */
  minimumMinor: bigint | null
}

export type AppliedCoupons = {
  /** in the sequence in which they were applied */
  applied: AppliedCoupon[]
  refused: RefusedCode[]
  /** of each line */
  discounts: bigint[]
}

export type CouponCart = { lines: readonly CouponLine[]; currency: string }

type Accepted = { code: string; found: NonNullable<AskedCode['found']> }

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)

const totalOf = (cart: CouponCart): bigint => sum(cart.lines.map((line) => line.listMinor))

function split(accepted: readonly Accepted[], cart: CouponCart) {
  const coupons = accepted.map(({ found }) => found.coupon)
  return splitDiscounts(coupons, cart.lines, cart.currency)
}

/** Why a code cannot join those that were accepted before it; null when it can. */
function refuseBeside(
  accepted: readonly Accepted[],
  next: Accepted,
  cart: CouponCart,
): CouponRefusalReason | null {
  const { coupon } = next.found
  const isAlone = (other: Coupon) => !other.isCombinable || other.id === coupon.id
  if (
    accepted.length > 0 &&
    (!coupon.isCombinable || accepted.some((a) => isAlone(a.found.coupon)))
  )
    return 'coupon-not-combinable'
  const isSecondFirst =
    coupon.isFirstOrderOnly && accepted.some((other) => other.found.coupon.isFirstOrderOnly)
  if (isSecondFirst) return 'coupon-not-combinable'
  const discounts = split([...accepted, next], cart)
  const empty = discounts.find(({ parts }) => sum(parts) === 0n)
  if (empty) return empty.coupon.id === coupon.id ? 'coupon-takes-nothing' : 'coupon-not-combinable'
  const left = totalOf(cart) - sum(discounts.map(({ parts }) => sum(parts)))
  const isTooSmall = isBelowMinimumCharge({ amountMinor: left, currency: cart.currency })
  return isTooSmall ? 'coupon-total-too-small' : null
}

function explain(
  code: string,
  reason: CouponRefusalReason,
  coupon: Coupon | null,
  cart: CouponCart,
) {
  const terms = coupon?.amounts.find((amount) => amount.currency === cart.currency)
  const minimums: Partial<Record<CouponRefusalReason, bigint | null>> = {
    'coupon-below-minimum': terms?.minimumMinor ?? null,
    'coupon-total-too-small': minimumChargeMinor(cart.currency),
  }
  return {
    code,
    reason,
    at: reason === 'coupon-not-started' ? (coupon?.startsAt ?? null) : null,
    minimumMinor: minimums[reason] ?? null,
  }
}

/**
 * What codes do to a cart: each is applied or refused with a reason. Codes are looked at in the
 * sequence in which they were entered, which decides only who is refused when two do not go
 * together; what the accepted ones take does not depend on it. A coupon that cannot be combined
 * stands alone, a coupon counts once per order whatever its codes, and so does a discount for first
 * orders. Every discount is at least one minor unit; what is left to pay is nothing or enough for a
 * charge. Pure.
 */
export function applyCoupons(
  asked: readonly AskedCode[],
  cart: CouponCart,
  buyer: CouponBuyer | null,
  now: Date,
): AppliedCoupons {
  const accepted: Accepted[] = []
  const refused: RefusedCode[] = []
  for (const { code, found } of asked) {
    const reason =
      found === null
        ? 'coupon-unknown'
        : (refuseCoupon(found, cart, buyer, now) ?? refuseBeside(accepted, { code, found }, cart))
    if (reason !== null) refused.push(explain(code, reason, found?.coupon ?? null, cart))
    else if (found !== null) accepted.push({ code, found })
  }
  const discounts = split(accepted, cart)
  const applied = discounts.flatMap(({ coupon, parts }) => {
    const entry = accepted.find(({ found }) => found.coupon.id === coupon.id)
    if (!entry) return []
    const { codeId, isSingleUse } = entry.found
    const { id: couponId, name, isFirstOrderOnly, perPersonLimit, ownerProviderId } = coupon
    const limits = { isSingleUse, isFirstOrderOnly, perPersonLimit }
    const terms = { couponId, codeId, name, ...limits, ownerProviderId }
    return [{ ...terms, code: entry.code, amountMinor: sum(parts), parts }]
  })
  return {
    applied,
    refused,
    discounts: cart.lines.map((_, index) => sum(applied.map(({ parts }) => parts[index] ?? 0n))),
  }
}
