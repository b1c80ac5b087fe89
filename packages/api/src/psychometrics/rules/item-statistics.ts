import { correlation, mean } from './moments'
import { itemCount, type ScoreMatrix } from './score-matrix'

export type ItemStatistics = {
  /** candidates who were served the item */
  n: number
  /** mean share of its points, 0 to 1: higher is easier. Null when nobody was served it */
  p: number | null
  /** with the score on the whole test, the item in it: flattered in a short test */
  pointBiserial: number | null
  /** with the score on all other items: the corrected item-total correlation */
  itemRest: number | null
}

/**
 * Classical statistics of each item of a matrix, in the order of its columns. Where candidates were
 * served different items, the score is the share earned of what each was served; within one form
 * that is the same correlation as with the sum. Null for a correlation when scores do not vary. Pure.
 * Source: Crocker & Algina 1986, ch. 14.
 */
export function itemStatistics(matrix: ScoreMatrix): ItemStatistics[] {
  return Array.from({ length: itemCount(matrix) }, (_, item) => {
    const scores: number[] = []
    const totals: number[] = []
    const rests: number[] = []
    for (const row of matrix) {
      const score = row[item]
      if (score === null || score === undefined) continue
      const served = row.filter((value) => value !== null)
      const total = served.reduce((sum, value) => sum + value, 0)
      scores.push(score)
      totals.push(total / served.length)
      rests.push(served.length > 1 ? (total - score) / (served.length - 1) : 0)
    }
    return {
      n: scores.length,
      p: scores.length > 0 ? mean(scores) : null,
      pointBiserial: scores.length > 1 ? correlation(scores, totals) : null,
      itemRest: scores.length > 1 ? correlation(scores, rests) : null,
    }
  })
}
