import { holmAdjusted } from './holm'
import {
  type DifClass,
  difClass,
  type MantelHaenszel,
  mantelHaenszel,
  type Stratum,
} from './mantel-haenszel'
import { itemCount, type ScoreMatrix, totalScores } from './score-matrix'

/** Fewer in either group say nothing about an item. */
export const smallestDifGroup = 200

export type ItemDif = MantelHaenszel & { adjustedP: number; class: DifClass }

/**
 * Differential functioning of every item of a complete matrix between two groups, matched on the total
 * with the item in it (Holland & Thayer 1988). Null for all when a group is smaller than
 * `smallestDifGroup`, for one when nothing can be compared. Items are right (1) or not. Pure.
 * @param isFocal whether each candidate is of the focal group; null: of neither
 */
export function itemDif(
  matrix: ScoreMatrix,
  isFocal: readonly (boolean | null)[],
): (ItemDif | null)[] {
  const count = (focal: boolean) => isFocal.filter((value) => value === focal).length
  const enough = count(true) >= smallestDifGroup && count(false) >= smallestDifGroup
  const totals = totalScores(matrix)
  const results = Array.from({ length: itemCount(matrix) }, (_, item) =>
    enough ? mantelHaenszel(strataOf(matrix, totals, isFocal, item)) : null,
  )
  const tested = results.filter((result) => result !== null)
  const adjusted = holmAdjusted(tested.map((result) => result.p))
  let at = 0
  return results.map((result) => {
    if (!result) return null
    const adjustedP = adjusted[at++] ?? 1
    return { ...result, adjustedP, class: difClass(result, adjustedP) }
  })
}

function strataOf(
  matrix: ScoreMatrix,
  totals: readonly number[],
  isFocal: readonly (boolean | null)[],
  item: number,
): Stratum[] {
  const strata = new Map<number, Stratum>()
  matrix.forEach((row, person) => {
    const [total, focal, score] = [totals[person] ?? 0, isFocal[person], row[item]]
    if (focal === null || focal === undefined || score === null || score === undefined) return
    const stratum = strata.get(total) ?? {
      referenceRight: 0,
      referenceWrong: 0,
      focalRight: 0,
      focalWrong: 0,
    }
    strata.set(total, stratum)
    const isRight = score === 1
    if (focal) stratum[isRight ? 'focalRight' : 'focalWrong'] += 1
    else stratum[isRight ? 'referenceRight' : 'referenceWrong'] += 1
  })
  return [...strata.values()]
}
