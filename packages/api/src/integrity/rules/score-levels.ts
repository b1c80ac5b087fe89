/** Candidates are taken by thirds of their score where people of one level are compared. */
export const LEVELS = 3

/** Which third a score is in, 0 the lowest, among all these. Pure. */
export function levelsOf(scores: readonly number[]): (score: number) => number {
  const sorted = scores.toSorted((a, b) => a - b)
  const limits = Array.from(
    { length: LEVELS - 1 },
    (_, at) => sorted[Math.floor((sorted.length * (at + 1)) / LEVELS)] ?? 0,
  )
  return (score) => limits.filter((limit) => score >= limit).length
}
