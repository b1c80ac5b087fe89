import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/seeded-random'
import { decisionConsistency } from './decision-consistency'
import { distractorTable } from './distractors'
import { itemStatistics } from './item-statistics'
import { quantile } from './moments'
import { optionPositions } from './option-positions'
import { raschDifficulties } from './rasch'
import { alpha, standardError } from './reliability'

/** Answers of candidates and items under the Rasch model, from a seed. */
function simulate(seed: number, people: number, items: number): number[][] {
  const random = createRandom(seed)
  const difficulties = Array.from({ length: items }, () => random.normal())
  return Array.from({ length: people }, () => {
    const ability = random.normal()
    return difficulties.map((difficulty) =>
      random.next() < 1 / (1 + Math.exp(difficulty - ability)) ? 1 : 0,
    )
  })
}

const matrices = fc
  .record({
    seed: fc.nat(),
    people: fc.integer({ min: 5, max: 60 }),
    items: fc.integer({ min: 2, max: 9 }),
  })
  .map(({ seed, people, items }) => simulate(seed, people, items))

describe('statistics of a test', () => {
  it('do not depend on the order of candidates or items', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const people = matrix.toReversed()
        const turned = matrix.map((row) => row.toReversed())
        for (const other of [people, turned]) {
          expect(alpha(other) ?? 0).toBeCloseTo(alpha(matrix) ?? 0, 10)
          expect(standardError(other) ?? 0).toBeCloseTo(standardError(matrix) ?? 0, 10)
        }
        const [plain, backwards] = [itemStatistics(matrix), itemStatistics(turned).toReversed()]
        plain.forEach((item, at) => {
          expect(backwards[at]?.p).toBeCloseTo(item.p ?? 0, 12)
          expect(backwards[at]?.itemRest ?? 0).toBeCloseTo(item.itemRest ?? 0, 10)
        })
      }),
    )
  })

  it('every candidate twice changes no difficulty and no correlation', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const doubled = itemStatistics([...matrix, ...matrix])
        itemStatistics(matrix).forEach((item, at) => {
          expect(doubled[at]?.p).toBeCloseTo(item.p ?? 0, 12)
          expect(doubled[at]?.pointBiserial ?? 0).toBeCloseTo(item.pointBiserial ?? 0, 10)
        })
      }),
    )
  })

  it('alpha of a test of parallel halves is Spearman–Brown’s of the correlation of the halves', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        // Two halves that are parallel: scores with the same spread, so two “items” of one test.
        const halves = matrix.flatMap((row) => {
          const total = row.reduce((sum, score) => sum + score, 0)
          const first = row[0] ?? 0
          return [
            [total, first],
            [first, total],
          ]
        })
        const value = alpha(halves)
        const items = itemStatistics(halves)
        fc.pre(value !== null && items[0]?.itemRest !== null)
        const r = items[0]?.itemRest ?? 0
        expect(value).toBeCloseTo((2 * r) / (1 + r), 9)
      }),
    )
  })

  it('a test given twice over in one sitting has Spearman–Brown’s alpha at least', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const once = alpha(matrix)
        fc.pre(once !== null && once > 0)
        const twice = alpha(matrix.map((row) => [...row, ...row])) ?? 0
        expect(twice).toBeGreaterThanOrEqual((2 * (once ?? 0)) / (1 + (once ?? 0)) - 1e-9)
      }),
    )
  })

  it('an item that was not served to somebody is judged by those who had it', () => {
    const matrix = [
      [1, 1, null],
      [0, 1, 1],
      [1, 0, 1],
      [0, 0, null],
    ]
    expect(itemStatistics(matrix).map(({ n, p }) => ({ n, p }))).toEqual([
      { n: 4, p: 0.5 },
      { n: 4, p: 0.5 },
      { n: 2, p: 1 },
    ])
    expect(alpha(matrix)).toBeNull()
    expect(raschDifficulties(matrix)).toBeNull()
  })

  it('says nothing where nothing varies', () => {
    const same = [
      [1, 0],
      [1, 0],
    ]
    expect(alpha(same)).toBeNull()
    expect(standardError(same)).toBeNull()
    expect(raschDifficulties(same)).toBeNull()
    expect(itemStatistics(same)[0]).toEqual({ n: 2, p: 1, pointBiserial: null, itemRest: null })
    expect(itemStatistics([])).toEqual([])
  })
})

describe('Rasch difficulties', () => {
  it('come back from simulated answers, whoever sat', () => {
    const random = createRandom(7)
    const difficulties = [-1.5, -0.75, 0, 0.75, 1.5]
    const sit = (level: number) =>
      Array.from({ length: 4000 }, () => {
        const ability = level + random.normal()
        return difficulties.map((b) => (random.next() < 1 / (1 + Math.exp(b - ability)) ? 1 : 0))
      })
    for (const level of [-1, 1]) {
      const estimates = raschDifficulties(sit(level)) ?? []
      // Three standard errors of the item that says least about these candidates.
      difficulties.forEach((difficulty, item) => {
        expect(Math.abs((estimates[item] ?? Number.NaN) - difficulty)).toBeLessThan(0.18)
      })
    }
  })

  it('converge for a whole exam of sixty items', () => {
    const estimates = raschDifficulties(simulate(11, 600, 60)) ?? []
    expect(estimates).toHaveLength(60)
    expect(estimates.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9)
  })
})

describe('consistency of decisions', () => {
  it('is what two simulated sittings agree on', () => {
    const random = createRandom(3)
    const [first, second]: number[][][] = [[], []]
    for (let person = 0; person < 4000; person += 1) {
      const chance = 1 / (1 + Math.exp(-(0.5 + random.normal())))
      const sit = () => Array.from({ length: 40 }, () => (random.next() < chance ? 1 : 0))
      first?.push(sit())
      second?.push(sit())
    }
    const passed = (row: number[]) => row.reduce((sum, score) => sum + score, 0) >= 26
    const agreed = (first ?? []).filter((row, at) => passed(row) === passed(second?.[at] ?? []))
    const estimate = decisionConsistency(first ?? [], 26)
    expect(Math.abs((estimate?.agreement ?? 0) - agreed.length / 4000)).toBeLessThan(0.02)
  })

  it('is whole, and beyond chance undefined, when everybody passes', () => {
    const matrix = simulate(5, 50, 8)
    expect(decisionConsistency(matrix, 0)).toEqual({ agreement: 1, kappa: null })
  })
})

describe('tables of one item', () => {
  it('show who chooses what at both ends', () => {
    const answers = Array.from({ length: 100 }, (_, at) => ({
      option: at === 0 ? null : at < 40 ? 'b' : 'a',
      score: at / 100,
    }))
    const [key, distractor, unused, none] = distractorTable(['a', 'b', 'c'], answers)
    expect(key).toMatchObject({ option: 'a', chosen: 60, lower: 0, upper: 1 })
    expect(distractor?.lower).toBeCloseTo(26 / 27, 12)
    expect(unused).toEqual({ option: 'c', chosen: 0, lower: 0, upper: 0, meanScore: 0 })
    expect(none).toMatchObject({ option: null, chosen: 1, meanScore: 0 })
  })

  it('show whether the place of the key matters', () => {
    expect(
      optionPositions([
        { keyPosition: 3, isRight: true },
        { keyPosition: 1, isRight: false },
        { keyPosition: 1, isRight: true },
      ]),
    ).toEqual([
      { position: 1, n: 2, p: 0.5 },
      { position: 3, n: 1, p: 1 },
    ])
  })

  it('quantiles are R’s default', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75)
    expect(quantile([9], 0.9)).toBe(9)
    expect(quantile([], 0.5)).toBeNull()
  })
})
