import { createCouponInput } from '@archway/api/coupons/schema'
import { expect, test } from 'vitest'
import { type AdminCoupon, emptyCoupon, inputOf, valuesOf } from './form-values'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

test('the last day is included, and amounts are read exactly in their currency', () => {
  const input = inputOf({
    ...emptyCoupon,
    kind: 'amount',
    startsAt: '2026-12-01',
    endsAt: '2026-12-24',
    currencies: [
      { id: 'a', currency: 'USD', amount: '15', minimum: '49.50' },
      { id: 'b', currency: 'JPY', amount: '1,500', minimum: '' },
    ],
  })
  expect(input).toMatchObject({
    percentBps: null,
    startsAt: day('2026-12-01'),
    endsAt: day('2026-12-25'),
    amounts: [
      { currency: 'USD', amountMinor: 1500n, minimumMinor: 4950n },
      { currency: 'JPY', amountMinor: 1500n, minimumMinor: null },
    ],
  })
})

test('what cannot be read is refused beside its field', () => {
  const wrong = inputOf({
    ...emptyCoupon,
    percent: 'ten',
    totalLimit: 'many',
    scope: 'topics',
    currencies: [{ id: 'a', currency: 'JPY', amount: '', minimum: '1.5' }],
  })
  const parsed = createCouponInput.safeParse({ ...wrong, code: '?' })
  const paths = parsed.error?.issues.map((issue) => issue.path.join('.')) ?? []
  for (const path of ['code', 'name', 'percentBps', 'totalLimit', 'amounts.0.minimumMinor']) {
    expect(paths).toContain(path)
  }
})

test('a coupon that is opened and saved says the same', () => {
  const terms = {
    name: 'Winter',
    kind: 'percentage',
    percentBps: 1250,
    amounts: [{ currency: 'KWD', amountMinor: null, minimumMinor: 15_250n }],
    scope: 'topics',
    isFirstOrderOnly: true,
    isCombinable: true,
    perPersonLimit: 2,
    totalLimit: null,
    startsAt: null,
    endsAt: day('2026-12-25'),
  } as const
  const coupon = {
    ...terms,
    scopeItems: [{ id: 'topic', label: 'Vision' }],
    ownerProvider: { id: 'provider', name: 'A university' },
  }
  expect(inputOf(valuesOf(coupon as unknown as AdminCoupon))).toEqual({
    ...terms,
    scopeIds: ['topic'],
    ownerProviderId: 'provider',
  })
})
