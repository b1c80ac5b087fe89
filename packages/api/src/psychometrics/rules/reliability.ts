import { variance } from './moments'
import { isComplete, itemCount, type ScoreMatrix, totalScores, withoutItem } from './score-matrix'

/**
 * Cronbach's alpha of a complete matrix; for items that are right or wrong it is KR-20. Null for fewer
 * than two items or candidates, for totals that do not vary, and where somebody was not served an
 * item. Pure. Source: Cronbach 1951; Kuder & Richardson 1937, formula 20.
 */
export function alpha(matrix: ScoreMatrix): number | null {
  const items = itemCount(matrix)
  if (items < 2 || matrix.length < 2 || !isComplete(matrix)) return null
  const ofTotals = variance(totalScores(matrix))
  if (!(ofTotals > 0)) return null
  let ofItems = 0
  for (let item = 0; item < items; item += 1) {
    ofItems += variance(matrix.map((row) => row[item] ?? 0))
  }
  return (items / (items - 1)) * (1 - ofItems / ofTotals)
}

/** Alpha of the test without each of its items, in order: higher than alpha speaks against the item. Pure. */
export const alphaIfDeleted = (matrix: ScoreMatrix): (number | null)[] =>
  Array.from({ length: itemCount(matrix) }, (_, item) => alpha(withoutItem(matrix, item)))

/**
 * Standard error of measurement in raw points: how far a score lies from what the candidate would get
 * on average. Null where alpha is; a negative alpha counts as none. Pure.
 */
export function standardError(matrix: ScoreMatrix): number | null {
  const reliability = alpha(matrix)
  if (reliability === null) return null
  return Math.sqrt(variance(totalScores(matrix)) * (1 - Math.max(0, reliability)))
}
