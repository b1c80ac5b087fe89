import type { PriceDto } from '@archway/api/catalog/schema/search'
import { describe, expect, it } from 'vitest'
import { sumOfCourses } from './program-saving'
import { retirementOf } from './retirement'
import { checkoutHref, saleOf } from './sale'

const price = (currency: string, amountMinor: bigint, period: PriceDto['period'] = 'one_time') => ({
  id: `${currency}-${period}`,
  currency,
  amountMinor,
  period,
  note: null,
})

describe('saleOf', () => {
  it('sells our own at the one-time price, dollars first', () => {
    const prices = [price('EUR', 4500n), price('USD', 4900n), price('GBP', 3900n)]
    expect(saleOf({ origin: 'own', prices }, false)).toEqual({
      type: 'paid',
      price: prices[1],
      others: [prices[0], prices[2]],
    })
  })
  it('offers what costs nothing for free', () => {
    expect(saleOf({ origin: 'own', prices: [price('USD', 0n)] }, false).type).toBe('free')
  })
  it('does not sell our own without a one-time price', () => {
    const prices = [price('USD', 900n, 'per_month')]
    expect(saleOf({ origin: 'own', prices }, false).type).toBe('not-on-sale')
  })
  it('closes our own when it is retired, and still leads to an outside page', () => {
    const prices = [price('USD', 4900n)]
    expect(saleOf({ origin: 'own', prices }, true).type).toBe('closed')
    expect(saleOf({ origin: 'external', prices }, true)).toEqual({
      type: 'external',
      prices,
      isGone: true,
    })
  })
})

describe('checkoutHref', () => {
  it('carries the id and the currency only', () => {
    expect(checkoutHref('a-b', 'EUR')).toBe('/checkout?item=a-b&currency=EUR')
  })
})

describe('sumOfCourses', () => {
  const courses = [
    { prices: [price('USD', 4900n), price('EUR', 4500n)] },
    { prices: [price('USD', 5900n)] },
  ]
  it('adds the one-time prices of the same currency', () => {
    expect(sumOfCourses(price('USD', 0n), courses)).toBe(10_800n)
  })
  it('compares nothing when a course has no such price, or when there are none', () => {
    expect(sumOfCourses(price('EUR', 0n), courses)).toBeNull()
    expect(sumOfCourses(price('USD', 0n), [])).toBeNull()
    expect(
      sumOfCourses(price('USD', 0n), [{ prices: [price('USD', 900n, 'per_month')] }]),
    ).toBeNull()
  })
})

describe('retirementOf', () => {
  const fact = (value: string) => ({
    key: 'retires_on',
    label: 'Retirement date',
    value,
    sourceTitle: null,
    sourceUrl: null,
    verifiedOn: new Date('2026-11-23'),
  })
  const today = new Date('2026-06-30T15:00:00Z')

  it('lets the last day count as open', () => {
    expect(retirementOf({ status: 'published', facts: [fact('2026-06-30')] }, today)).toEqual({
      isRetired: false,
      on: new Date('2026-06-30'),
    })
    expect(
      retirementOf({ status: 'published', facts: [fact('2026-06-29')] }, today).isRetired,
    ).toBe(true)
  })
  it('believes the catalogue without a date, and no date that is none', () => {
    expect(retirementOf({ status: 'retired', facts: [] }, today)).toEqual({
      isRetired: true,
      on: null,
    })
    expect(retirementOf({ status: 'published', facts: [fact('next year')] }, today)).toEqual({
      isRetired: false,
      on: null,
    })
  })
})
