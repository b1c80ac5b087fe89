import type { FactDto } from '../schema/facts'
import { payPeriod } from './fact-figure'

/** Pay facts that can stand on one axis: same region, currency and period. */
export type PayGroup = {
  region: string | null
  currency: string
  period: 'month' | 'year'
  /** end of the axis, a round number at or above every value; the axis begins at 0 */
  axisMax: number
  facts: (FactDto & { valueLow: number; valueHigh: number })[]
}

/** The next of 1, 2, 2.5, 4, 5, 6, 8 × a power of ten at or above the value. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(value, 1)))
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => value <= factor * power)
  return (step ?? 10) * power
}

/**
 * A guide's pay facts by region, regions in order of first use, the highest pay first in each; amounts
 * are never converted. Pure.
 */
export function payByRegion(facts: readonly FactDto[]): PayGroup[] {
  const groups = new Map<string, PayGroup>()
  for (const fact of facts) {
    const { kind, currency, valueLow, valueHigh, region } = fact
    if (kind !== 'pay' || currency === null || valueLow === null || valueHigh === null) continue
    const period = payPeriod(fact.period)
    const key = [region, currency, period].join()
    const group = groups.get(key) ?? { region, currency, period, axisMax: 0, facts: [] }
    group.facts.push({ ...fact, valueLow, valueHigh })
    group.axisMax = Math.max(group.axisMax, roundUp(valueHigh))
    groups.set(key, group)
  }
  const byEnd = (one: { valueHigh: number }, other: { valueHigh: number }) =>
    other.valueHigh - one.valueHigh
  return [...groups.values()].map((group) => ({ ...group, facts: group.facts.toSorted(byEnd) }))
}
