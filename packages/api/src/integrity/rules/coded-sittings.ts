import type { FormCohort } from '../../psychometrics/rules/cohort'
import { raschDifficulties } from '../../psychometrics/rules/rasch'
import type { CohortItem, Sitting } from './assess-sittings'

/** What is guessed right of an item that is no single choice. */
const OTHER_GUESS = 0.05

type Exposure = { isExposed: boolean; leakedOption: string | null }

/** A cohort as the integrity rules take it: answers as numbers, difficulties from the cohort itself. Pure. */
export function codedSittings(
  { items, sittings }: FormCohort,
  exposure: ReadonlyMap<string, Exposure>,
): { items: CohortItem[]; sittings: Sitting[] } {
  const difficulties = raschDifficulties(
    sittings.map(({ answers }) => answers.map((answer) => (answer.score === 1 ? 1 : 0))),
  )
  const codes = items.map(() => new Map<string, number>())
  const codeOf = (item: number, given: string): number => {
    const known = codes[item]
    if (!known) return 0
    // A byte holds 255 answers; who writes one that is rarer still is like nobody.
    if (!known.has(given) && known.size < 254) known.set(given, known.size + 1)
    return known.get(given) ?? 0
  }
  const coded = sittings.map(
    ({ answers }): Sitting =>
      answers.map(({ score, given, seconds }, item) => ({
        isRight: score === 1,
        wrongOption: score === 1 || given === null ? 0 : codeOf(item, given),
        seconds,
      })),
  )
  return {
    sittings: coded,
    items: items.map(({ versionId, options }, at): CohortItem => {
      const { isExposed, leakedOption } = exposure.get(versionId) ?? {
        isExposed: false,
        leakedOption: null,
      }
      const leaked = leakedOption && JSON.stringify({ kind: 'single', selected: leakedOption })
      return {
        difficulty: difficulties?.[at] ?? null,
        isExposed,
        guessChance: options.length > 0 ? 1 / options.length : OTHER_GUESS,
        // Nobody who gave it yet: a number that no answer has.
        leakedOption: leaked === null ? null : (codes[at]?.get(leaked) ?? 255),
      }
    }),
  }
}
