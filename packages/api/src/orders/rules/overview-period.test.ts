import { describe, expect, it } from 'vitest'
import { dayIn, longestPeriodDays, overviewPeriod } from './overview-period'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

describe('the period of the overview', () => {
  it('is the last days, today included, beside as many before', () => {
    expect(overviewPeriod({ range: '7' }, '2026-03-03')).toEqual({
      range: '7',
      from: '2026-02-25',
      to: '2026-03-03',
      previous: { from: '2026-02-18', to: '2026-02-24' },
      days: [
        '2026-02-25',
        '2026-02-26',
        '2026-02-27',
        '2026-02-28',
        '2026-03-01',
        '2026-03-02',
        '2026-03-03',
      ],
    })
  })

  it('takes a custom range of one day', () => {
    const period = overviewPeriod(
      { range: '30', from: day('2026-01-05'), to: day('2026-01-05') },
      '2026-03-03',
    )
    expect(period).toMatchObject({ range: 'custom', days: ['2026-01-05'] })
    expect(period.previous).toEqual({ from: '2026-01-04', to: '2026-01-04' })
  })

  it('ignores a range that ends before it begins, or has one end only', () => {
    const reversed = { range: '7' as const, from: day('2026-02-02'), to: day('2026-02-01') }
    expect(overviewPeriod(reversed, '2026-03-03').range).toBe('7')
    expect(overviewPeriod({ range: '7', from: day('2026-02-02') }, '2026-03-03').range).toBe('7')
  })

  it('cuts a range that is too long', () => {
    const period = overviewPeriod(
      { range: '7', from: day('2020-01-01'), to: day('2026-01-01') },
      '2026-03-03',
    )
    expect(period.days).toHaveLength(longestPeriodDays)
    expect(period.to).toBe('2026-01-01')
  })

  it('knows what day it is where the reader is', () => {
    const late = new Date('2026-06-01T23:30:00Z')
    expect(dayIn(late, 'UTC')).toBe('2026-06-01')
    expect(dayIn(late, 'Europe/Berlin')).toBe('2026-06-02')
    expect(dayIn(late, 'America/New_York')).toBe('2026-06-01')
  })
})
