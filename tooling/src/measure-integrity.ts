import { isDeepStrictEqual } from 'node:util'
import { measureErrors } from '@archway/api/integrity/rules/measure-errors'
import { measuredErrors, measuredPlan } from '@archway/api/integrity/rules/measured-errors'

/**
 * `npm run measure:integrity`: lets the integrity rules judge simulated candidates of whom it is known
 * who is honest, and prints how often they are wrong. Fails when the rates that staff are shown are not
 * those that it measured.
 */
export async function main(): Promise<number> {
  const startedAt = performance.now()
  const rates = measureErrors(measuredPlan)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const { honest, informed, copyingPairs } = measuredPlan
  const line = (label: string, count: number, of: number) =>
    `  ${label.padEnd(52)}${String(count).padStart(6)} of ${of} (${((100 * count) / of).toFixed(2)} %)`
  console.log(
    [
      `Simulated sittings, seed ${measuredPlan.seed}, ${seconds} s`,
      '',
      'Honest candidates',
      ...Object.entries(rates.honestFlags).map(([rule, count]) => line(rule, count, honest)),
      line('any flag', rates.honestFlagged, honest),
      line('enough for a case to be proposed', rates.honestProposed, honest),
      '',
      'Candidates who knew most of the exposed items',
      line('any flag', rates.informedFlagged, informed),
      line('enough for a case to be proposed', rates.informedProposed, informed),
      line('the same without trojan items', rates.informedProposedWithoutTrojans, informed),
      '',
      'Candidates of whom one copied from the other',
      line('any flag', rates.copiersFlagged, 2 * copyingPairs),
      '',
    ].join('\n'),
  )
  if (isDeepStrictEqual(rates, measuredErrors)) return 0
  console.error(
    'These are not the rates in packages/api/src/integrity/rules/measured-errors.ts, which staff are shown.\nBring them up to date:',
  )
  console.error(JSON.stringify(rates, null, 2))
  return 1
}
