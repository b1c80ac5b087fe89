import { describe, expect, it, test } from 'vitest'
import { estimate, fullSample, levelFor, sampleTerms, shareOf, totalHits } from './search-sample'

describe('the sample that a set is counted by', () => {
  it('is everything while that is little enough', () => {
    expect(levelFor(0, 2000)).toBe(fullSample)
    expect(levelFor(2000, 2000)).toBe(fullSample)
    expect(sampleTerms(fullSample)).toBeNull()
  })
  it('never holds more of the set than is wanted, and more than half of that', () => {
    for (const rows of [2001, 5000, 64_000, 100_000, 1_000_000]) {
      const counted = rows * shareOf(levelFor(rows, 2000))
      expect(counted).toBeLessThanOrEqual(2000)
      expect(counted).toBeGreaterThan(1000)
    }
  })
  it('is the smallest there is when even that is too much', () => {
    expect(levelFor(1e9, 2000)).toBe(0)
  })
  it('holds every smaller one', () => {
    expect(sampleTerms(2)).toEqual(['sample:0', 'sample:1', 'sample:2'])
    expect(shareOf(0)).toBe(1 / 1024)
  })
})

test.each([
  [0, 4, 0],
  [1, 4, 64],
  [1487, 4, 95_000],
  [3, 0, 3100],
  [743, fullSample, 743],
])('%i counted at level %i are about %i', (counted, level, about) => {
  expect(estimate(counted, level)).toBe(about)
})

test.each([
  ['a full page leaves the estimate', 2900, 24, 24, 2900],
  ['a full page is at least as many as were seen', 2900, 2904, 24, 2928],
  ['a page that is not full is the last', 2900, 2400, 7, 2407],
  ['nothing comes after an empty page', 2900, 2640, 0, 2640],
  ['an empty page far beyond says nothing', 2900, 4800, 0, 2900],
  ['nothing is nothing', 0, 0, 0, 0],
])('%s', (_, estimated, offset, shown, total) => {
  expect(totalHits(estimated, { offset, shown, pageSize: 24 })).toBe(total)
})
