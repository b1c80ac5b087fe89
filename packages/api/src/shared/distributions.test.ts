import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  chiSquareUpperTail,
  combinedChance,
  fewestSuccesses,
  normalUpperTail,
  successesAtLeast,
} from './distributions'

describe('distributions', () => {
  it('know the normal tail as tables print it, far out too', () => {
    expect(normalUpperTail(0)).toBeCloseTo(0.5, 15)
    expect(normalUpperTail(1.959963984540054)).toBeCloseTo(0.025, 13)
    expect(normalUpperTail(-1)).toBeCloseTo(0.8413447460685429, 13)
    expect(normalUpperTail(3) / 1.3498980316300946e-3).toBeCloseTo(1, 11)
    expect(normalUpperTail(6) / 9.865876450376946e-10).toBeCloseTo(1, 11)
    // Both ways of working it out meet where one takes over from the other.
    expect(normalUpperTail(2.4999999999) / normalUpperTail(2.5)).toBeCloseTo(1, 8)
  })

  it('know the critical value of χ² with one degree of freedom', () => {
    expect(chiSquareUpperTail(3.841458820694124)).toBeCloseTo(0.05, 12)
    expect(chiSquareUpperTail(0)).toBe(1)
  })

  it('count successes as the binomial does when all chances are the same', () => {
    expect(successesAtLeast(8, new Array(10).fill(0.5))).toBeCloseTo(56 / 1024, 14)
    expect(successesAtLeast(0, [0.1])).toBe(1)
    expect(successesAtLeast(3, [1, 1])).toBe(0)
  })

  it('count successes as going through every outcome does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 }),
        (chances) => {
          for (let count = 0; count <= chances.length + 1; count += 1) {
            let whole = 0
            for (let outcome = 0; outcome < 2 ** chances.length; outcome += 1) {
              const bits = chances.map((_, at) => (outcome >> at) & 1)
              if (bits.filter(Boolean).length < count) continue
              whole += chances.reduce(
                (all, chance, at) => all * (bits[at] ? chance : 1 - chance),
                1,
              )
            }
            expect(successesAtLeast(count, chances)).toBeCloseTo(whole, 10)
          }
        },
      ),
    )
  })

  it('find from how many successes on a number is as unlikely as a level', () => {
    const level = fc.double({ min: 1e-6, max: 0.9, noNaN: true })
    const chances = fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(level, chances, (wanted, trials) => {
        const fewest = fewestSuccesses(wanted, trials)
        expect(successesAtLeast(fewest, trials)).toBeLessThanOrEqual(wanted * (1 + 1e-9))
        if (fewest > 0) {
          expect(successesAtLeast(fewest - 1, trials)).toBeGreaterThan(wanted * (1 - 1e-9))
        }
      }),
    )
  })

  it('combine two chances to p(1 − ln p) of their product', () => {
    expect(combinedChance([0.04])).toBeCloseTo(0.04, 14)
    expect(combinedChance([0.1, 0.2])).toBeCloseTo(0.02 * (1 - Math.log(0.02)), 14)
  })
})
