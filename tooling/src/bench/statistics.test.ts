import { expect, test } from 'vitest'
import { median, percentile, ratioOf, spreadOf, summariseRounds } from './statistics'

test('a percentile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3]
  expect(percentile(values, 50)).toBe(3)
  expect(percentile(values, 95)).toBe(5)
  expect(percentile(values, 0)).toBe(1)
  expect(percentile([7], 99)).toBe(7)
  expect(percentile([], 50)).toBeNaN()
})

test('numbers are ordered as numbers', () => {
  expect(percentile([100, 9, 20], 50)).toBe(20)
  expect(median([100, 9, 20])).toBe(20)
})

test('the median of an even number of values lies between the middle ones', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([])).toBeNaN()
})

test('one bad round moves the spread and not the median', () => {
  expect(spreadOf([10, 11, 10, 1, 10])).toEqual({ median: 10, min: 1, max: 11 })
})

test('percentiles are taken within a round', () => {
  const round = (perSecond: number, fast: number, slow: number) => ({
    perSecond,
    latenciesMs: [...Array.from({ length: 18 }, () => fast), slow, slow],
  })
  const summary = summariseRounds([round(10, 1, 9), round(20, 2, 8), round(30, 3, 7)])
  expect(summary.requests).toBe(60)
  expect(summary.perSecond).toEqual({ median: 20, min: 10, max: 30 })
  expect(summary.p50Ms.median).toBe(2)
  expect(summary.p95Ms).toEqual({ median: 8, min: 7, max: 9 })
})

test('a percentile beyond which there is no request is not given', () => {
  const round = (requests: number) => ({
    perSecond: 1,
    latenciesMs: Array.from({ length: requests }, (_, index) => index + 1),
  })
  expect(summariseRounds([round(100), round(100)]).p99Ms.median).toBe(99)
  expect(summariseRounds([round(100), round(99)]).p99Ms.median).toBeNaN()
  expect(summariseRounds([round(20)]).p95Ms.median).toBe(19)
  expect(summariseRounds([round(19)]).p95Ms.median).toBeNaN()
})

test('ratios are of rounds that ran next to each other', () => {
  const rounds = (...rates: number[]) => rates.map((perSecond) => ({ perSecond, latenciesMs: [] }))
  expect(ratioOf(rounds(50, 5, 40), rounds(100, 10, 100))).toEqual({
    median: 0.5,
    min: 0.4,
    max: 0.5,
  })
  expect(() => ratioOf(rounds(1), rounds(1, 2))).toThrow('pairs')
})
