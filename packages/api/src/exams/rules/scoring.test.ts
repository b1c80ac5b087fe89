import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainReport } from './domain-report'
import { isPass, scaleScore } from './scale-score'

const scale = { min: 100, max: 1000, cut: 700 }
const points = (raw: number) => ({ raw, maxRaw: 45, cutRaw: 31.25 })

describe('the scaled score', () => {
  it('44 cut-boundary: the cut score is 700 and a hair less is 699', () => {
    expect(scaleScore(points(31.25), scale)).toBe(700)
    expect(isPass(points(31.25))).toBe(true)
    expect(scaleScore(points(31.249), scale)).toBe(699)
    expect(isPass(points(31.249))).toBe(false)
  })

  it('has its ends at no points and all points', () => {
    expect(scaleScore(points(0), scale)).toBe(100)
    expect(scaleScore(points(45), scale)).toBe(1000)
    expect(scaleScore({ raw: 10, maxRaw: 10, cutRaw: 10 }, scale)).toBe(1000)
  })

  it('45 rounding-never-lifts-over-cut: it passes exactly when the points do, and never falls with more points', () => {
    const form = fc
      .record({
        maxRaw: fc.integer({ min: 1, max: 200_000 }),
        cut: fc.double({ min: 0.01, max: 1, noNaN: true }),
        raw: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ maxRaw, cut, raw }) => ({
        maxRaw: maxRaw / 1000,
        cutRaw: Math.max(1, Math.round(maxRaw * cut)) / 1000,
        raw: Math.round(maxRaw * raw) / 1000,
      }))
    fc.assert(
      fc.property(form, (given) => {
        const scaled = scaleScore(given, scale)
        expect(scaled >= scale.cut).toBe(isPass(given))
        expect(scaled).toBeGreaterThanOrEqual(scale.min)
        expect(scaled).toBeLessThanOrEqual(scale.max)
        if (given.raw + 0.001 <= given.maxRaw) {
          expect(scaleScore({ ...given, raw: given.raw + 0.001 }, scale)).toBeGreaterThanOrEqual(
            scaled,
          )
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the report by domain', () => {
  it('says below, near and above the share that passes, and nothing of few items', () => {
    const domain = (code: string, raw: number, items = 10) => ({
      domain: code,
      raw,
      maxRaw: items,
      items,
    })
    expect(
      domainReport([domain('1', 5), domain('2', 7), domain('3', 9), domain('4', 4, 4)], {
        maxRaw: 45,
        cutRaw: 31.5,
      }),
    ).toEqual([
      { domain: '1', standing: 'needs-work' },
      { domain: '2', standing: 'near' },
      { domain: '3', standing: 'above' },
      { domain: '4', standing: null },
    ])
  })
})
