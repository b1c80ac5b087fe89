import { describe, expect, it } from 'vitest'
import { measureErrors } from './measure-errors'
import { measuredErrors, measuredPlan } from './measured-errors'

describe('error rates on simulated candidates', () => {
  const plan = { seed: 1, honest: 2000, informed: 20, copyingPairs: 0 }
  const rates = measureErrors(plan)

  it('no honest candidate has enough against them for a case', () => {
    expect(rates.honestProposed).toBe(0)
    expect(measuredErrors.honestProposed).toBe(0)
  })

  it('flags on honest candidates are about as many as were measured', () => {
    const share = measuredErrors.honestFlagged / measuredPlan.honest
    const expected = plan.honest * share
    expect(Math.abs(rates.honestFlagged - expected)).toBeLessThan(4 * Math.sqrt(expected))
  })

  it('four in five of those who knew the exposed items would come before people', () => {
    expect(rates.informedProposed / plan.informed).toBeGreaterThanOrEqual(0.8)
    expect(measuredErrors.informedProposed / measuredPlan.informed).toBeGreaterThanOrEqual(0.8)
  })

  it('a cohort is the same for the same seed', () => {
    expect(measureErrors({ ...plan, honest: 200 })).toEqual(measureErrors({ ...plan, honest: 200 }))
  })
})
