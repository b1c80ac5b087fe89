import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../../shared/money'
import { providerShare } from './provider-share'
import { type ShareRule, shareFor } from './share-for'

const at = new Date('2026-06-01T00:00:00Z')
const line = { providerId: 'p', offeringId: 'o', usualBps: 7000 }
const rule = (rest: Partial<ShareRule> & { shareBps: number }): ShareRule => ({
  providerId: 'p',
  offeringId: null,
  isOwnCoupon: false,
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: null,
  ...rest,
})
const own = [{ ownerProviderId: 'p' }]

describe('which share counts', () => {
  const all = [
    rule({ shareBps: 1 }),
    rule({ shareBps: 2, offeringId: 'o' }),
    rule({ shareBps: 3, isOwnCoupon: true }),
    rule({ shareBps: 4, isOwnCoupon: true, offeringId: 'o' }),
  ]
  test.each([
    ['the usual one without a rule', [], [], 7000],
    ['that of the provider', all.slice(0, 1), [], 1],
    ['that of the offering before it', all.slice(0, 2), [], 2],
    ['that of the own coupon before both', all.slice(0, 3), own, 3],
    ['that of both before all', all, own, 4],
    ['not that of the own coupon when another was used', all, [{ ownerProviderId: 'q' }], 2],
    ['not that of the own coupon when the platform gave it', all, [{ ownerProviderId: null }], 2],
  ])('%s', (_name, rules, coupons, expected) => {
    expect(shareFor(line, rules, coupons, at)).toBe(expected)
    expect(shareFor(line, rules.toReversed(), coupons, at)).toBe(expected)
  })

  test('from its first moment on, and no longer at its end', () => {
    const later = rule({ shareBps: 5, validFrom: at, validTo: new Date(at.getTime() + 1) })
    expect(shareFor(line, [later], [], at)).toBe(5)
    expect(shareFor(line, [later], [], new Date(at.getTime() - 1))).toBe(7000)
    expect(shareFor(line, [later], [], new Date(at.getTime() + 1))).toBe(7000)
  })

  test('of another provider or offering: none', () => {
    const others = [rule({ shareBps: 6, providerId: 'q' }), rule({ shareBps: 6, offeringId: 'x' })]
    expect(shareFor(line, others, own, at)).toBe(7000)
  })
})

/** Amounts of every currency are whole minor units, in steps of one (yen, cents) or ten (fils). */
const shared = fc
  .record({
    listMinor: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    ownPart: fc.bigInt({ min: 0n, max: 10_000n }),
    otherPart: fc.bigInt({ min: 0n, max: 10_000n }),
    taxBps: fc.bigInt({ min: 0n, max: 3000n }),
    isTaxIncluded: fc.boolean(),
    shareBps: fc.integer({ min: 0, max: 10_000 }),
    step: fc.constantFrom(1n, 10n, 100n),
  })
  .map(({ ownPart, otherPart, taxBps, isTaxIncluded, step, ...rest }) => {
    const listMinor = rest.listMinor * step
    const ownDiscountMinor = (listMinor * ownPart) / 10_000n
    const discountMinor = ownDiscountMinor + ((listMinor - ownDiscountMinor) * otherPart) / 10_000n
    const discounted = listMinor - discountMinor
    const taxMinor = isTaxIncluded
      ? (discounted * taxBps) / (10_000n + taxBps)
      : (discounted * taxBps) / 10_000n
    const amountMinor = isTaxIncluded ? discounted : discounted + taxMinor
    return { ...rest, listMinor, discountMinor, ownDiscountMinor, amountMinor, taxMinor }
  })

describe('what a provider gets of a line', () => {
  test('share, fee and tax are the amount, to the unit, and none of them is negative', () => {
    fc.assert(
      fc.property(shared, (given) => {
        const share = providerShare(given)
        const fee = given.amountMinor - given.taxMinor - share
        expect(share >= 0n && fee >= 0n).toBe(true)
        expect(share + fee + given.taxMinor).toBe(given.amountMinor)
      }),
      { numRuns: 2000 },
    )
  })

  test('without a discount it is the share of what is paid without tax', () => {
    fc.assert(
      fc.property(shared, (given) => {
        const plain = { ...given, listMinor: given.listMinor - given.discountMinor }
        const undiscounted = { ...plain, discountMinor: 0n, ownDiscountMinor: 0n }
        const net = given.amountMinor - given.taxMinor
        expect(providerShare(undiscounted)).toBe(shareOf(net, given.shareBps))
      }),
    )
  })

  test('each discount is borne by who gives it', () => {
    const sale = { listMinor: 10_000n, taxMinor: 0n, shareBps: 7000 }
    const ofPlatform = { ...sale, discountMinor: 2000n, ownDiscountMinor: 0n, amountMinor: 8000n }
    // The platform keeps 10 instead of 30 dollars, the provider its 70.
    expect(providerShare(ofPlatform)).toBe(7000n)
    // The provider gives 20 of its 70 away, the platform keeps its 30.
    expect(providerShare({ ...ofPlatform, ownDiscountMinor: 2000n })).toBe(5000n)
    // Half the price off by the platform is more than its fee: all of the rest is the provider's.
    const half = { ...sale, discountMinor: 5000n, ownDiscountMinor: 0n, amountMinor: 5000n }
    expect(providerShare(half)).toBe(5000n)
    // More off than its share, by the provider itself, leaves it nothing and owes nothing.
    const most = { ...sale, discountMinor: 8000n, ownDiscountMinor: 8000n, amountMinor: 2000n }
    expect(providerShare(most)).toBe(0n)
    // A fifth of tax inside the price: the same, reckoned without it.
    const taxed = { ...ofPlatform, amountMinor: 8000n, taxMinor: 1600n }
    expect(providerShare(taxed)).toBe(5600n)
  })

  test('a platform’s coupon changes nothing for the provider while the fee pays for it', () => {
    fc.assert(
      fc.property(shared, (given) => {
        const net = given.amountMinor - given.taxMinor
        const plain = { ...given, ownDiscountMinor: 0n, taxMinor: 0n }
        const discounted = { ...plain, amountMinor: given.listMinor - given.discountMinor }
        const full = shareOf(given.listMinor, given.shareBps)
        if (full > discounted.amountMinor || net <= 0n) return
        expect(providerShare(discounted)).toBe(full)
      }),
    )
  })
})
