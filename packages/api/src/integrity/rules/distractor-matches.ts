import { LEVELS, levelsOf } from './score-levels'

/** So many answers of all candidates are added to those of a level, to steady small numbers. */
const PRIOR = 10

/**
 * How likely two candidates who are both wrong on an item chose the same option, by their scores: wrong
 * answers are spread over the options as among all of their level. Pure.
 * @param rows codes as `similarPairs` takes them: from 2 on a wrong option
 * @returns chance for two scores and an item; 1 for an item that nobody had wrong
 */
export function distractorMatches(rows: readonly Uint8Array[], scores: readonly number[]) {
  const levelOf = levelsOf(scores)
  const items = rows[0]?.length ?? 0
  const shares = Array.from({ length: items }, (_, item) => sharesOf(rows, scores, item, levelOf))
  return (first: number, second: number, item: number): number => {
    const [one, other] = [shares[item]?.[levelOf(first)], shares[item]?.[levelOf(second)]]
    if (!one || !other || one.size === 0) return 1
    let sum = 0
    for (const [option, share] of one) sum += share * (other.get(option) ?? 0)
    return sum
  }
}

/** Shares of the wrong options of one item, for each level. */
function sharesOf(
  rows: readonly Uint8Array[],
  scores: readonly number[],
  item: number,
  levelOf: (score: number) => number,
): Map<number, number>[] {
  const all = new Map<number, number>()
  const byLevel = Array.from({ length: LEVELS }, () => new Map<number, number>())
  rows.forEach((row, person) => {
    const code = row[item] ?? 0
    if (code < 2) return
    const level = byLevel[levelOf(scores[person] ?? 0)]
    all.set(code, (all.get(code) ?? 0) + 1)
    level?.set(code, (level.get(code) ?? 0) + 1)
  })
  const wrong = [...all.values()].reduce((sum, count) => sum + count, 0)
  return byLevel.map((counts) => {
    const own = [...counts.values()].reduce((sum, count) => sum + count, 0)
    return new Map(
      [...all].map(([code, count]) => [
        code,
        ((counts.get(code) ?? 0) + (PRIOR * count) / wrong) / (own + PRIOR),
      ]),
    )
  })
}
