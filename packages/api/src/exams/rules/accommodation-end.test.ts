import { describe, expect, it } from 'vitest'
import { accommodationEnd, usualAccommodationDay } from './accommodation-end'

const now = new Date('2026-11-24T15:00:00Z')

describe('the end of an agreement about more time', () => {
  it('is proposed two years ahead and holds through its last day', () => {
    const day = usualAccommodationDay(now)
    expect(day).toBe('2028-11-24')
    expect(accommodationEnd(day, now)).toEqual(new Date('2028-11-25T00:00:00Z'))
    expect(accommodationEnd('2026-11-24', now)).toEqual(new Date('2026-11-25T00:00:00Z'))
  })

  it('lies ahead, and not further than five years', () => {
    expect(accommodationEnd('2026-11-23', now)).toBe('accommodation-end-past')
    expect(accommodationEnd('2031-11-23', now)).toEqual(new Date('2031-11-24T00:00:00Z'))
    expect(accommodationEnd('2031-11-24', now)).toBe('accommodation-end-far')
  })
})
