import { fewestSuccesses, successesAtLeast } from '../../shared/distributions'
import { distractorMatches } from './distractor-matches'
import { rightChances } from './right-chances'

/**
 * Answers of candidates to the same items, a row for each: 0 not answered, 1 right, from 2 the number
 * of the wrong option plus one.
 */
export type AnswerCodes = readonly Uint8Array[]

export type SimilarPair = {
  /** rows */
  first: number
  second: number
  /** items answered alike, and how many are to be expected of two such candidates */
  same: number
  expected: number
  /** of them the wrong ones */
  sameWrong: number
  /** chance that any pair of all has so many in common by accident: Bonferroni over the pairs */
  chance: number
}

/**
 * Pairs whose answers agree more than those of two people who work apart: on each item they agree when
 * both are right, which follows from their abilities, or when they fall for the same distractor, which
 * people of their level do so often; the number is a generalised binomial. Pure.
 * Source: van der Linden & Sotaridona 2006, JEBS 31(3), 283–304.
 * @param difficulties Rasch difficulties of the items, logits
 * @param level pairs above it are not returned
 */
export function similarPairs(
  rows: AnswerCodes,
  difficulties: readonly number[],
  level: number,
): SimilarPair[] {
  const pairs = (rows.length * (rows.length - 1)) / 2
  const scores = rows.map((row) => row.reduce((sum, code) => sum + (code === 1 ? 1 : 0), 0))
  const expectation = agreement(rows, scores, difficulties, level / pairs)
  const found: SimilarPair[] = []
  rows.forEach((one, first) => {
    for (let second = first + 1; second < rows.length; second += 1) {
      const other = rows[second]
      if (!other) continue
      const same = countSame(one, other)
      if (same < expectation.fewest(scores[first] ?? 0, scores[second] ?? 0)) continue
      const chances = expectation.chances(scores[first] ?? 0, scores[second] ?? 0)
      found.push({
        first,
        second,
        same,
        expected: chances.reduce((sum, chance) => sum + chance, 0),
        sameWrong: one.filter((code, item) => code > 1 && code === other[item]).length,
        chance: Math.min(1, pairs * successesAtLeast(same, chances)),
      })
    }
  })
  return found
}

function countSame(one: Uint8Array, other: Uint8Array): number {
  let same = 0
  for (let item = 0; item < one.length; item += 1) {
    if (one[item] === other[item] && one[item] !== 0) same += 1
  }
  return same
}

/**
 * What two scores make one expect: the chance of agreeing on each item, and from how many agreements on
 * a pair stays under the level. Worked out once for each two scores.
 */
function agreement(
  rows: AnswerCodes,
  scores: readonly number[],
  difficulties: readonly number[],
  level: number,
) {
  const right = rightChances(difficulties)
  const wrong = distractorMatches(rows, scores)
  const chances = (first: number, second: number) =>
    difficulties.map((_, item) => {
      const [p, q] = [right[first]?.[item] ?? 0, right[second]?.[item] ?? 0]
      return p * q + (1 - p) * (1 - q) * wrong(first, second, item)
    })
  const size = difficulties.length + 1
  const known = new Int16Array(size * size).fill(-1)
  const fewest = (first: number, second: number): number => {
    const before = known[first * size + second] ?? -1
    if (before >= 0) return before
    const same = fewestSuccesses(level, chances(first, second))
    known[first * size + second] = same
    return same
  }
  return { chances, fewest }
}
