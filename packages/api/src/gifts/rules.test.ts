import { describe, expect, it } from 'vitest'
import { deliveryProblem, yearAfter } from './rules'

describe('the day of a gift', () => {
  it('is from today to the same day in a year', () => {
    expect(deliveryProblem(null, '2026-06-01')).toBeNull()
    expect(deliveryProblem('2026-05-31', '2026-06-01')).toBe('gift-date-past')
    expect(deliveryProblem('2026-06-01', '2026-06-01')).toBeNull()
    expect(deliveryProblem('2027-06-01', '2026-06-01')).toBeNull()
    expect(deliveryProblem('2027-06-02', '2026-06-01')).toBe('gift-date-far')
  })

  it('ends with February where the year has no 29th', () => {
    expect(yearAfter('2028-02-29')).toBe('2029-02-28')
    expect(yearAfter('2027-12-31')).toBe('2028-12-31')
  })
})
