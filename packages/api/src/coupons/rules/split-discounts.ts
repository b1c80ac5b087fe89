import { lesser } from '../../payments/rules/facts'
import { chargeStep } from '../../shared/charge-step'
import { allocate, shareOf } from '../../shared/money'
import { type Coupon, type CouponLine, isFor } from './coupon'

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)

/**
 * In which sequence coupons take from a cart, whatever sequence they were entered in: percentages
 * first, the larger before the smaller, each of what the earlier ones left; then amounts, the larger
 * before the smaller. An amount therefore takes what it says, and no percentage is taken of money
 * that another coupon pays.
 */
export function inSequence<Entry extends { coupon: Coupon }>(
  entries: readonly Entry[],
  currency: string,
): Entry[] {
  const size = ({ coupon }: Entry): bigint =>
    coupon.kind === 'percentage' ? BigInt(coupon.percentBps ?? 0) : amountOf(coupon, currency)
  return [...entries].sort((a, b) => {
    if (a.coupon.kind !== b.coupon.kind) return a.coupon.kind === 'percentage' ? -1 : 1
    const [left, right] = [size(a), size(b)]
    if (left !== right) return left > right ? -1 : 1
    return a.coupon.id < b.coupon.id ? -1 : 1
  })
}

const amountOf = (coupon: Coupon, currency: string): bigint =>
  coupon.amounts.find((amount) => amount.currency === currency)?.amountMinor ?? 0n

/**
 * What each coupon takes off each line, in the sequence of `inSequence` and as many parts as lines. A
 * coupon's discount is taken of its lines together, rounded down to what can be charged, and split
 * over them in proportion to what they still cost (largest remainder), so the parts sum to it
 * exactly and no line goes below zero. Minor units; pure.
 */
export function splitDiscounts(
  coupons: readonly Coupon[],
  lines: readonly CouponLine[],
  currency: string,
): { coupon: Coupon; parts: bigint[] }[] {
  const step = chargeStep(currency)
  const left = lines.map((line) => line.listMinor / step)
  return inSequence(
    coupons.map((coupon) => ({ coupon })),
    currency,
  ).map(({ coupon }) => {
    const weights = lines.map((line, index) => (isFor(coupon, line) ? (left[index] ?? 0n) : 0n))
    const base = sum(weights)
    const wanted =
      coupon.kind === 'percentage'
        ? shareOf(base, coupon.percentBps ?? 0)
        : amountOf(coupon, currency) / step
    const taken = lesser(wanted, base)
    const parts = base === 0n ? weights : allocate(taken, weights)
    for (const [index, part] of parts.entries()) left[index] = (left[index] ?? 0n) - part
    return { coupon, parts: parts.map((part) => part * step) }
  })
}
