import { describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/seeded-random'
import { itemDif } from './differential-functioning'
import { holmAdjusted } from './holm'
import { difClass, mantelHaenszel, type Stratum } from './mantel-haenszel'

const strata = (...rows: [number, number, number, number][]): Stratum[] =>
  rows.map(([referenceRight, referenceWrong, focalRight, focalWrong]) => ({
    referenceRight,
    referenceWrong,
    focalRight,
    focalWrong,
  }))

describe('52 MH oracle: Mantel–Haenszel', () => {
  // Admissions at Berkeley, 1973, by department: Bickel, Hammel & O'Connell 1975.
  const berkeley = mantelHaenszel(
    strata(
      [512, 313, 89, 19],
      [353, 207, 17, 8],
      [120, 205, 202, 391],
      [138, 279, 131, 244],
      [53, 138, 94, 299],
      [22, 351, 24, 317],
    ),
  )

  it('admissions at Berkeley, as R’s mantelhaen.test prints them', () => {
    expect(berkeley?.oddsRatio).toBeCloseTo(0.9046968, 7)
    expect(berkeley?.chiSquare).toBeCloseTo(1.4269, 4)
    expect(berkeley?.p).toBeCloseTo(0.2323, 4)
    // Its confidence interval, which tests the standard error.
    const half = (1.959963984540054 * (berkeley?.deltaError ?? 0)) / 2.35
    expect(0.9046968 * Math.exp(-half)).toBeCloseTo(0.7719074, 6)
    expect(0.9046968 * Math.exp(half)).toBeCloseTo(1.0603298, 6)
  })

  it('the rabbits of Bartlett, as R’s mantelhaen.test prints them', () => {
    const rabbits = mantelHaenszel(
      strata([0, 6, 0, 5], [3, 3, 0, 6], [6, 0, 2, 4], [5, 1, 6, 0], [2, 0, 5, 0]),
    )
    expect(rabbits?.oddsRatio).toBeCloseTo(7, 12)
    expect(rabbits?.chiSquare).toBeCloseTo(3.9286, 4)
    expect(rabbits?.p).toBeCloseTo(0.04747, 5)
  })

  it('strata of one person change nothing', () => {
    expect(mantelHaenszel(strata([9, 3, 4, 6], [8, 2, 5, 5], [1, 0, 0, 0]))).toEqual(
      mantelHaenszel(strata([9, 3, 4, 6], [8, 2, 5, 5])),
    )
  })

  it('nothing to compare is no result', () => {
    expect(mantelHaenszel([])).toBeNull()
    expect(mantelHaenszel(strata([5, 0, 7, 0]))).toBeNull()
  })
})

describe('classes of differential functioning', () => {
  const result = (delta: number, deltaError: number) => ({
    oddsRatio: Math.exp(-delta / 2.35),
    delta,
    deltaError,
    chiSquare: 0,
    p: 0,
  })

  it('a small difference is A however small its p', () => {
    expect(difClass(result(0.99, 0.01), 1e-9)).toBe('A')
  })

  it('a large one that does not survive the correction is A', () => {
    expect(difClass(result(-2, 0.9), 0.06)).toBe('A')
  })

  it('one under 1.5, or not surely over 1, is B', () => {
    expect(difClass(result(1.496, 0.3), 0.001)).toBe('B')
    expect(difClass(result(-1.6, 0.5), 0.01)).toBe('B')
  })

  it('a large and sure one is C, in both directions', () => {
    expect(difClass(result(-1.9, 0.3), 0.001)).toBe('C')
    expect(difClass(result(1.9, 0.3), 0.001)).toBe('C')
  })

  it('Holm’s correction is the published example’s', () => {
    expect(holmAdjusted([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(3)))).toEqual([
      0.03, 0.06, 0.06, 0.02,
    ])
  })
})

describe('differential functioning in simulated answers', () => {
  const random = createRandom(20261124)
  const difficulties = Array.from({ length: 20 }, (_, item) => (item - 9.5) / 6)
  const isFocal = Array.from({ length: 1200 }, (_, person) => person % 2 === 0)
  const matrix = isFocal.map((focal) => {
    const ability = random.normal() - (focal ? 0.4 : 0)
    return difficulties.map((difficulty, item) => {
      const own = difficulty + (item === 7 && focal ? 1.1 : 0)
      return random.next() < 1 / (1 + Math.exp(own - ability)) ? 1 : 0
    })
  })

  it('finds the item that is harder for one group, and no other, though that group is weaker', () => {
    const results = itemDif(matrix, isFocal)
    expect(results.map((result) => result?.class)).toEqual(
      difficulties.map((_, item) => (item === 7 ? 'C' : 'A')),
    )
    expect(results[7]?.delta).toBeLessThan(-1.5)
  })

  it('χ² and odds ratio are those of the plain hypergeometric sums', () => {
    const totals = matrix.map((row) => row.reduce<number>((sum, score) => sum + score, 0))
    let [observed, expected, spread, up, down] = [0, 0, 0, 0, 0]
    for (let total = 0; total <= 20; total += 1) {
      const people = matrix.map((_, person) => person).filter((person) => totals[person] === total)
      const n = people.length
      if (n < 2) continue
      const reference = people.filter((person) => !isFocal[person])
      const right = people.filter((person) => matrix[person]?.[7] === 1)
      const both = reference.filter((person) => right.includes(person)).length
      observed += both
      expected += (reference.length * right.length) / n
      spread +=
        (((reference.length * (n - reference.length)) / n) *
          ((right.length * (n - right.length)) / n)) /
        (n - 1)
      up += (both * (n - reference.length - right.length + both)) / n
      down += ((reference.length - both) * (right.length - both)) / n
    }
    const result = itemDif(matrix, isFocal)[7]
    expect(result?.chiSquare).toBeCloseTo((Math.abs(observed - expected) - 0.5) ** 2 / spread, 6)
    expect(result?.oddsRatio).toBeCloseTo(up / down, 6)
  })

  it('says nothing about groups under two hundred', () => {
    const few = isFocal.map((focal, person) => (person < 398 ? focal : null))
    expect(itemDif(matrix, few)).toEqual(new Array(20).fill(null))
  })
})
