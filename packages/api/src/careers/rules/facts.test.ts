import { expect, it } from 'vitest'
import type { FactDto } from '../schema/facts'
import { factFigure, payPeriod } from './fact-figure'
import { isFactOverdue } from './is-fact-overdue'
import { keyFacts } from './key-facts'
import { payByRegion } from './pay-by-region'

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

const fact = (key: string, change: Partial<FactDto> = {}): FactDto => ({
  key,
  kind: 'pay',
  label: key,
  text: key,
  valueLow: 1,
  valueHigh: 1,
  unit: null,
  currency: null,
  region: 'US',
  period: null,
  sourceTitle: 'Handbook',
  sourcePublisher: 'An office',
  sourceUrl: 'https://office.example',
  sourcePublishedOn: null,
  verifiedOn: new Date('2026-05-01'),
  reviewBy: new Date('2026-09-01'),
  note: null,
  updatedAt: new Date('2026-05-01'),
  ...change,
})

it('chooses the figures for a hurried reader, the pay of the role itself first', () => {
  const facts = [
    fact('other-pay'),
    fact('use', { kind: 'survey' }),
    fact('weight', { kind: 'requirement', unit: 'percent' }),
    fact('words', { kind: 'demand', valueLow: null, valueHigh: null }),
    fact('experience', { kind: 'requirement', unit: 'years' }),
    fact('own-pay'),
  ]
  const row = {
    role: '',
    slug: null,
    focus: '',
    deliverables: '',
    skills: '',
    typicalBackground: '',
  }
  const keys = (payFactKey: string | null) =>
    keyFacts({ facts, neighbours: [{ ...row, payFactKey }] }).map(({ key }) => key)
  expect(keys('own-pay')).toEqual(['own-pay', 'experience', 'use'])
  expect(keys(null)).toEqual(['other-pay', 'experience', 'use'])
})

it('puts only pay that shares region, currency and period on one axis', () => {
  const pay = (key: string, region: string, valueHigh: number, period = 'per year') =>
    fact(key, { currency: 'USD', region, valueHigh, period })
  const groups = payByRegion([
    pay('a', 'US', 280_000),
    pay('b', 'DE', 93_000),
    pay('c', 'US', 120_000),
    pay('d', 'DE', 5_907, 'per month, 2024'),
    fact('share', { kind: 'survey', unit: 'percent' }),
  ])
  expect(
    groups.map(({ facts, axisMax, period }) => [facts.map(({ key }) => key), axisMax, period]),
  ).toEqual([
    [['a', 'c'], 300_000, 'year'],
    [['b'], 100_000, 'year'],
    [['d'], 6_000, 'month'],
  ])
})
