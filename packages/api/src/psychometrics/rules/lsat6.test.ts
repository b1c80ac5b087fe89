import { describe, expect, it } from 'vitest'
import { lsat6 } from '../../testing/lsat6'
import { itemStatistics } from './item-statistics'
import { raschDifficulties } from './rasch'
import { alpha, alphaIfDeleted, standardError } from './reliability'

/** Asserts figures to the decimals that are published. */
const expectAll = (
  values: readonly (number | null)[],
  published: readonly number[],
  digits: number,
) => expect(values.map((value) => Number(value?.toFixed(digits)))).toEqual(published)

describe('52 LSAT6 oracle: figures of the published data', () => {
  const items = itemStatistics(lsat6)

  it('difficulty', () => {
    expect(items.map((item) => item.n)).toEqual([1000, 1000, 1000, 1000, 1000])
    expectAll(
      items.map((item) => item.p),
      [0.924, 0.709, 0.553, 0.763, 0.87],
      3,
    )
  })

  it('correlation of each item with the rest', () => {
    expectAll(
      items.map((item) => item.itemRest),
      [0.112833, 0.153178, 0.172779, 0.144428, 0.121596],
      6,
    )
  })

  it('KR-20, as R’s psych::alpha gives it', () => {
    expectAll([alpha(lsat6)], [0.294997], 6)
  })

  it('Rasch difficulty, as R’s eRm::RM gives it', () => {
    expectAll(raschDifficulties(lsat6) ?? [], [-1.25613, 0.47491, 1.23598, 0.16841, -0.62317], 5)
  })

  it('every item adds to the reliability, so leaving one out lowers it', () => {
    for (const without of alphaIfDeleted(lsat6)) expect(without).toBeLessThan(0.294997)
  })

  it('the error of measurement is what the reliability leaves of the spread', () => {
    const totals = lsat6.map((row) => row.reduce((sum, score) => sum + score, 0))
    const centre = totals.reduce((sum, total) => sum + total, 0) / 1000
    const spread = totals.reduce((sum, total) => sum + (total - centre) ** 2, 0) / 999
    expect(standardError(lsat6)).toBeCloseTo(Math.sqrt(spread * (1 - 0.294997)), 5)
  })
})
