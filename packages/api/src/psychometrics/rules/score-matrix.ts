/**
 * Scored answers: a row for each candidate, a column for each item; 0 to 1 for the share of the
 * points that was earned, null where the candidate was not served the item. An item that was served
 * and not answered is 0.
 */
export type ScoreMatrix = readonly (readonly (number | null)[])[]

/** Columns of a matrix. Pure. */
export const itemCount = (matrix: ScoreMatrix): number => matrix[0]?.length ?? 0

/** Whether every candidate was served every item: what holds within one form. Pure. */
export const isComplete = (matrix: ScoreMatrix): boolean =>
  matrix.every((row) => row.length === itemCount(matrix) && row.every((score) => score !== null))

/** What each candidate earned in all. Pure. */
export const totalScores = (matrix: ScoreMatrix): number[] =>
  matrix.map((row) => row.reduce<number>((sum, score) => sum + (score ?? 0), 0))

/** The matrix without one item. Pure. */
export const withoutItem = (matrix: ScoreMatrix, item: number): ScoreMatrix =>
  matrix.map((row) => row.filter((_, at) => at !== item))
