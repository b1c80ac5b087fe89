import { expect, it } from 'vitest'
import { factFigure, payPeriod } from './fact-figure'
import { isFactOverdue } from './is-fact-overdue'
import { isOfferingRetired } from './is-offering-retired'

it('calls a fact overdue from the day after its review date, whatever the hour', () => {
  const fact = { reviewBy: new Date('2026-11-23T00:00:00Z') }
  expect(isFactOverdue(fact, new Date('2026-11-22T09:00:00Z'))).toBe(false)
  expect(isFactOverdue(fact, new Date('2026-11-23T23:59:59Z'))).toBe(false)
  expect(isFactOverdue(fact, new Date('2026-11-24T00:00:00Z'))).toBe(true)
})

it('turns values into figures of money, shares and counts', () => {
  const value = { valueLow: 1, valueHigh: 2, unit: 'USD', currency: 'USD' }
  expect(factFigure(value)).toEqual({ type: 'money', currency: 'USD', low: 1, high: 2 })
  expect(factFigure({ ...value, currency: null, unit: 'percent' })?.type).toBe('percent')
  expect(factFigure({ ...value, currency: null, unit: 'years' })).toEqual({
    type: 'count',
    unit: 'years',
    low: 1,
    high: 2,
  })
  expect(factFigure({ ...value, valueLow: null })).toBeNull()
})

it('reads how often money is paid from the period', () => {
  expect(payPeriod('per month, 2024')).toBe('month')
  expect(payPeriod('per year, May 2024')).toBe('year')
  expect(payPeriod(null)).toBe('year')
})

it('marks offerings as retired after their last day or when withdrawn', () => {
  const retiresOn = new Date('2026-03-31T00:00:00Z')
  const today = new Date('2026-11-23T12:00:00Z')
  expect(isOfferingRetired({ isWithdrawn: false, retiresOn }, today)).toBe(true)
  expect(isOfferingRetired({ isWithdrawn: false, retiresOn }, new Date('2026-03-30'))).toBe(false)
  expect(isOfferingRetired({ isWithdrawn: false, retiresOn }, new Date('2026-03-31T18:00Z'))).toBe(
    false,
  )
  expect(isOfferingRetired({ isWithdrawn: true, retiresOn: null }, today)).toBe(true)
  expect(isOfferingRetired({ isWithdrawn: false, retiresOn: null }, today)).toBe(false)
})
