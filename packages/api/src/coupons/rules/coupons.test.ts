import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderStatuses } from '../../payments/states'
import { chargeStep } from '../../shared/charge-step'
import { minimumChargeMinor } from '../../shared/minimum-charge'
import { couponRefusalReasons } from '../schema'
import { redemptionTransitions } from '../states'
import { applyCoupons } from './apply-coupons'
import type { AskedCode, Coupon, CouponLine, CouponUse } from './coupon'
import { redemptionStateOf } from './redemption-state'

const now = new Date('2026-06-01T12:00:00Z')
const later = new Date('2026-06-02T12:00:00Z')

const coupon = (id: string, rest: Partial<Coupon> = {}): Coupon => ({
  id,
  name: `Coupon ${id}`,
  kind: 'percentage',
  percentBps: 1000,
  amounts: [],
  scope: 'everything',
  scopeIds: [],
  isFirstOrderOnly: false,
  isCombinable: true,
  ownerProviderId: null,
  perPersonLimit: null,
  totalLimit: null,
  startsAt: null,
  endsAt: null,
  endedAt: null,
  ...rest,
})

const unused: CouponUse = { taken: 0, redeemedByBuyer: 0, heldByBuyer: 0, code: 'free' }

type Found = NonNullable<AskedCode['found']>
const asked = (from: Coupon, use: Partial<CouponUse> = {}, rest: Partial<Found> = {}) => ({
  code: from.id.toUpperCase(),
  found: { codeId: from.id, isSingleUse: false, coupon: from, use: { ...unused, ...use }, ...rest },
})

const line = (index: number, listMinor: bigint): CouponLine => ({
  offeringId: `offering-${index}`,
  providerId: `provider-${index % 2}`,
  topicIds: [`topic-${index % 3}`, 'topic-all'],
  listMinor,
})

const stranger = { hasOrdered: false, holdsFirstOrder: false }
const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)
const run = (codes: AskedCode[], lines: CouponLine[], currency = 'USD', buyer = stranger) =>
  applyCoupons(codes, { lines, currency }, buyer, now)

const currencies = ['USD', 'JPY', 'KWD', 'ISK', 'UGX'] as const

const anyCart = fc.constantFrom(...currencies).chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    lines: fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 7n }), { minLength: 1, maxLength: 6 })
      .map((prices) => prices.map((price, index) => line(index, price * chargeStep(currency)))),
  }),
)

const anyScope = fc.constantFrom<Pick<Coupon, 'scope' | 'scopeIds'>>(
  { scope: 'everything', scopeIds: [] },
  { scope: 'offerings', scopeIds: ['offering-0', 'offering-3'] },
  { scope: 'providers', scopeIds: ['provider-1'] },
  { scope: 'topics', scopeIds: ['topic-2'] },
)

const anyCoupons = fc
  .array(
    fc.tuple(
      anyScope,
      fc.oneof(
        fc.integer({ min: 1, max: 10_000 }).map((percentBps) => ({ percentBps })),
        fc.bigInt({ min: 1n, max: 10n ** 8n }).map((amountMinor) => ({
          kind: 'amount' as const,
          percentBps: null,
          amounts: currencies.map((currency) => ({ currency, amountMinor, minimumMinor: null })),
        })),
      ),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) => rows.map(([scope, terms], index) => coupon(`c${index}`, { ...scope, ...terms })))

describe('any coupons on any cart', () => {
  test('the parts sum to the discounts, no line goes below zero, and what is left can be charged', () => {
    fc.assert(
      fc.property(anyCart, anyCoupons, ({ currency, lines }, coupons) => {
        const { applied, refused, discounts } = run(
          coupons.map((each) => asked(each)),
          lines,
          currency,
        )
        expect(applied.length + refused.length).toBe(coupons.length)
        expect(sum(discounts)).toBe(sum(applied.map((each) => each.amountMinor)))
        for (const each of applied) {
          expect(sum(each.parts)).toBe(each.amountMinor)
          expect(each.amountMinor > 0n).toBe(true)
        }
        lines.forEach(({ listMinor }, index) => {
          const net = listMinor - (discounts[index] ?? 0n)
          expect(net >= 0n && net <= listMinor).toBe(true)
          expect(net % chargeStep(currency)).toBe(0n)
        })
        const left = sum(lines.map((each) => each.listMinor)) - sum(discounts)
        if (applied.length > 0)
          expect(left === 0n || left >= minimumChargeMinor(currency)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('what accepted coupons take does not depend on the sequence in which they were entered', () => {
    fc.assert(
      fc.property(anyCart, anyCoupons, fc.nat(), ({ currency, lines }, coupons, seed) => {
        const first = run(
          coupons.map((each) => asked(each)),
          lines,
          currency,
        )
        const accepted = coupons.filter(({ id }) => first.applied.some((a) => a.couponId === id))
        const turned = accepted.map((_, index) => accepted[(index + seed) % accepted.length])
        const again = run(
          turned.flatMap((each) => (each ? [asked(each)] : [])).reverse(),
          lines,
          currency,
        )
        // A sequence may refuse what leaves too little for a charge on the way; what it takes is the same.
        if (again.refused.length === 0) expect(again.discounts).toEqual(first.discounts)
        else expect(again.refused[0]?.reason).toMatch(/too-small|takes-nothing|not-combinable/)
      }),
      { numRuns: 500 },
    )
  })

  test('a percentage alone is rounded down once, over its lines together', () => {
    fc.assert(
      fc.property(
        anyCart,
        fc.integer({ min: 1, max: 10_000 }),
        ({ currency, lines }, percentBps) => {
          const { applied } = run([asked(coupon('c', { percentBps }))], lines, currency)
          const step = chargeStep(currency)
          const total = sum(lines.map((each) => each.listMinor)) / step
          const whole = ((total * BigInt(percentBps)) / 10_000n) * step
          if (applied[0]) expect(applied[0].amountMinor).toBe(whole)
        },
      ),
    )
  })
})

describe('what is taken', () => {
  const amount = (id: string, amountMinor: bigint, currency = 'USD') =>
    coupon(id, {
      kind: 'amount',
      percentBps: null,
      amounts: [{ currency, amountMinor, minimumMinor: null }],
    })

  test('percentages come first, the larger first, and amounts of what is left', () => {
    const codes = [amount('five', 500n), coupon('ten'), coupon('twenty', { percentBps: 2000 })]
    const { applied } = run(
      codes.map((each) => asked(each)),
      [line(0, 10_000n)],
    )
    expect(applied.map(({ couponId, amountMinor }) => [couponId, Number(amountMinor)])).toEqual([
      ['twenty', 2000],
      ['ten', 800],
      ['five', 500],
    ])
  })

  test('yen have no decimals and dinars end in 0', () => {
    expect(run([asked(coupon('c'))], [line(0, 4999n)], 'JPY').discounts).toEqual([499n])
    expect(run([asked(coupon('c'))], [line(0, 4990n)], 'KWD').discounts).toEqual([490n])
    expect(run([asked(amount('a', 1500n, 'JPY'))], [line(0, 7500n)], 'JPY').discounts).toEqual([
      1500n,
    ])
  })

  test('an amount is split over its lines in proportion, to the last unit', () => {
    const lines = [line(0, 3333n), line(1, 3333n), line(2, 3334n)]
    expect(run([asked(amount('a', 1000n))], lines).discounts).toEqual([333n, 333n, 334n])
  })

  test('an amount larger than the cart takes all of it and no more', () => {
    const { discounts } = run([asked(amount('a', 9999n))], [line(0, 4900n), line(1, 0n)])
    expect(discounts).toEqual([4900n, 0n])
  })
})

describe('a refused code says why', () => {
  const full = [line(0, 4900n), line(1, 2900n)]
  const minimum = { currency: 'USD', amountMinor: null, minimumMinor: 7801n }
  const yen = { currency: 'JPY', amountMinor: 500n, minimumMinor: null }
  const first = coupon('c', { isFirstOrderOnly: true })
  const cases: Record<(typeof couponRefusalReasons)[number], AskedCode[]> = {
    'coupon-unknown': [{ code: 'C', found: null }],
    'coupon-not-started': [asked(coupon('c', { startsAt: later }))],
    'coupon-ended': [asked(coupon('c', { endsAt: now }))],
    'coupon-used-up': [asked(coupon('c', { totalLimit: 3 }), { taken: 3 })],
    'coupon-used-by-you': [asked(coupon('c', { perPersonLimit: 1 }), { redeemedByBuyer: 1 })],
    'coupon-held-by-you': [asked(coupon('c', { perPersonLimit: 1 }), { heldByBuyer: 1 })],
    'coupon-first-order-only': [asked(first)],
    'coupon-not-for-these': [asked(coupon('c', { scope: 'topics', scopeIds: ['topic-9'] }))],
    'coupon-other-currency': [
      asked(coupon('c', { kind: 'amount', percentBps: null, amounts: [yen] })),
    ],
    'coupon-below-minimum': [asked(coupon('c', { amounts: [minimum] }))],
    'coupon-not-combinable': [asked(coupon('b')), asked(coupon('c', { isCombinable: false }))],
    'coupon-takes-nothing': [asked(coupon('b', { percentBps: 10_000 })), asked(coupon('c'))],
    'coupon-total-too-small': [asked(coupon('c', { percentBps: 9999 }))],
  }

  test.each(couponRefusalReasons)('%s', (reason) => {
    const buyer = { ...stranger, hasOrdered: true }
    const { refused, applied } = run(cases[reason], full, 'USD', buyer)
    expect(refused).toMatchObject([{ code: 'C', reason }])
    expect(applied.length).toBe(cases[reason].length - 1)
  })

  test('ended by staff, a code for one use, and two codes of one coupon', () => {
    const reasonOf = (...codes: AskedCode[]) => run(codes, full).refused.map((r) => r.reason)
    expect(reasonOf(asked(coupon('c', { endedAt: now })))).toEqual(['coupon-ended'])
    const single = (code: CouponUse['code']) => asked(coupon('c'), { code }, { isSingleUse: true })
    expect(reasonOf(single('used'))).toEqual(['coupon-used-up'])
    expect(reasonOf(single('used-by-buyer'))).toEqual(['coupon-used-by-you'])
    expect(reasonOf(single('held-by-buyer'))).toEqual(['coupon-held-by-you'])
    expect(reasonOf(single('free'))).toEqual([])
    expect(reasonOf(asked(coupon('c')), asked(coupon('c')))).toEqual(['coupon-not-combinable'])
  })

  test('a coupon that stands alone keeps out what is entered after it', () => {
    const alone = asked(coupon('a', { isCombinable: false }))
    expect(run([alone, asked(coupon('b'))], full).refused).toMatchObject([{ code: 'B' }])
    expect(run([asked(coupon('b')), alone], full).refused).toMatchObject([{ code: 'A' }])
  })

  test('says when it begins and what has to be ordered', () => {
    expect(run(cases['coupon-not-started'], full).refused[0]?.at).toEqual(later)
    expect(run(cases['coupon-below-minimum'], full).refused[0]?.minimumMinor).toBe(7801n)
    expect(run(cases['coupon-total-too-small'], full).refused[0]?.minimumMinor).toBe(50n)
  })
})

describe('where a redemption stands', () => {
  test('follows from the order alone', () => {
    const stateOf = (status: (typeof orderStatuses)[number], isMismatch = false) =>
      redemptionStateOf({ status, isMismatch })
    expect(stateOf('awaiting_payment')).toBe('reserved')
    expect(stateOf('processing', true)).toBe('reserved')
    expect(stateOf('refunded')).toBe('redeemed')
    expect(stateOf('refunded', true)).toBe('released')
    expect(stateOf('duplicate')).toBe('released')
    const reached = new Set(orderStatuses.map((status) => stateOf(status)))
    expect([...reached].sort()).toEqual(Object.keys(redemptionTransitions).sort())
  })
})
