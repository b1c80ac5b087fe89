import { isComplete, itemCount, type ScoreMatrix, totalScores } from './score-matrix'
import { joinedFunctions, symmetricFunctions } from './symmetric-functions'

const STEPS = 500
const PRECISION = 1e-9

/**
 * Rasch difficulty of each item in logits, higher is harder, with mean 0: conditional maximum
 * likelihood, which needs no assumption about the candidates. Candidates with nothing or everything
 * right say nothing and are left out. Null when an item was right, or wrong, for all who are left,
 * and for a matrix that is not complete. Items are right (1) or not. Pure.
 * Source: Andersen 1972; the same figures as `eRm::RM`.
 */
export function raschDifficulties(matrix: ScoreMatrix): number[] | null {
  const items = itemCount(matrix)
  if (items < 2 || !isComplete(matrix)) return null
  const totals = totalScores(matrix)
  const people = new Array<number>(items + 1).fill(0)
  const right = new Array<number>(items).fill(0)
  matrix.forEach((row, person) => {
    const total = totals[person] ?? 0
    if (total <= 0 || total >= items) return
    people[total] = (people[total] ?? 0) + 1
    row.forEach((score, item) => {
      right[item] = (right[item] ?? 0) + (score ?? 0)
    })
  })
  const left = people.reduce((sum, count) => sum + count, 0)
  if (right.some((count) => count === 0 || count === left)) return null

  // The likelihood is highest where each item is right as often as the totals lead one to expect.
  let easiness = right.map((count) => Math.log(count / (left - count)))
  for (let step = 0; step < STEPS; step += 1) {
    const next = centred(
      easiness.map((value, item) => {
        const expected = expectation(easiness, people, item)
        return value + ((right[item] ?? 0) - expected.mean) / expected.spread
      }),
    )
    const moved = Math.max(...next.map((value, item) => Math.abs(value - (easiness[item] ?? 0))))
    easiness = next
    if (moved < PRECISION) break
  }
  return easiness.map((value) => -value)
}

/** How often an item is right, given everybody's total, and the variance of that. */
function expectation(easiness: readonly number[], people: readonly number[], item: number) {
  const values = easiness.map(Math.exp)
  const own = values[item] ?? 0
  const others = symmetricFunctions(values.filter((_, at) => at !== item))
  const all = joinedFunctions(others, Float64Array.of(1, own))
  let [mean, spread] = [0, 0]
  people.forEach((count, total) => {
    if (count === 0 || total === 0) return
    const chance = (own * (others[total - 1] ?? 0)) / (all[total] ?? 1)
    mean += count * chance
    spread += count * chance * (1 - chance)
  })
  return { mean, spread }
}

function centred(values: readonly number[]): number[] {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.map((value) => value - centre)
}
