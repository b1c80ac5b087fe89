import { describe, expect, it } from 'vitest'
import { currentOf, monthsLater, plansByCurrency, savingPercent, trialDaysFor } from './plans'

const at = (day: string) => new Date(`${day}T08:30:00Z`)

describe('monthsLater', () => {
  it.each([
    ['2026-06-15', 1, '2026-07-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(monthsLater(at(from), months)).toEqual(at(to))
  })
})

describe('what a year saves', () => {
  const plans = (month: bigint, year: bigint) =>
    [
      { priceId: 'm', period: 'per_month', currency: 'USD', amountMinor: month },
      { priceId: 'y', period: 'per_year', currency: 'USD', amountMinor: year },
    ] as const

  it('is whole percent, rounded down, and nothing when the year is no cheaper', () => {
    expect(savingPercent(plans(2900n, 29_000n))).toBe(16)
    expect(savingPercent(plans(100n, 1200n))).toBeNull()
    expect(savingPercent(plans(2900n, 29_000n).slice(0, 1))).toBeNull()
  })

  it('stands beside the plans of each currency, the month first', () => {
    const [month, year] = plans(2900n, 29_000n)
    const euro = { ...month, currency: 'EUR' }
    expect(plansByCurrency([year, euro, month])).toEqual([
      { currency: 'EUR', plans: [euro], savingPercent: null },
      { currency: 'USD', plans: [month, year], savingPercent: 16 },
    ])
  })
})

it('gives a trial to whoever has never been a member; a checkout that was left does not count', () => {
  expect(trialDaysFor([])).toBeGreaterThan(0)
  expect(trialDaysFor([{ status: 'expired' }])).toBeGreaterThan(0)
  expect(trialDaysFor([{ status: 'expired' }, { status: 'ended' }])).toBe(0)
})

it('shows the membership that lives, or else the last one that did', () => {
  const row = (status: 'ended' | 'active' | 'expired', day: string) => ({
    status,
    createdAt: at(day),
  })
  const [old, newer, left] = [
    row('ended', '2026-01-01'),
    row('ended', '2026-03-01'),
    row('expired', '2026-05-01'),
  ]
  expect(currentOf([old, newer, left])).toBe(newer)
  const living = row('active', '2025-01-01')
  expect(currentOf([old, living, newer])).toBe(living)
  expect(currentOf([left])).toBeNull()
})
