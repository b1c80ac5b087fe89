import { successesAtLeast } from '../../shared/distributions'
import { mean } from './moments'
import { alpha } from './reliability'
import { itemCount, type ScoreMatrix, totalScores } from './score-matrix'

export type DecisionConsistency = {
  /** share of candidates on whom a second, parallel form would decide the same, 0 to 1 */
  agreement: number
  /** agreement beyond chance (Cohen's κ); null when everybody is decided alike */
  kappa: number | null
}

/**
 * How surely a pass or fail would be repeated, from one sitting: each candidate's chance on an item is
 * their score regressed to the mean by the reliability, and two sittings are independent binomials.
 * Null where there is no alpha. Pure.
 * Source: Subkoviak 1976, Journal of Educational Measurement 13(4), 265–276.
 * @param cutRaw lowest raw score that passes
 * @param most points that can be earned: each counts as an item of its own
 */
export function decisionConsistency(
  matrix: ScoreMatrix,
  cutRaw: number,
  most = itemCount(matrix),
): DecisionConsistency | null {
  const reliability = alpha(matrix)
  if (reliability === null) return null
  const trust = Math.max(0, reliability)
  const totals = totalScores(matrix)
  const centre = mean(totals) / most
  const passes = totals.map((total) => {
    const chance = trust * (total / most) + (1 - trust) * centre
    return successesAtLeast(Math.ceil(cutRaw), new Array<number>(most).fill(chance))
  })
  const agreement = mean(passes.map((pass) => pass ** 2 + (1 - pass) ** 2))
  const passRate = mean(passes)
  const byChance = passRate ** 2 + (1 - passRate) ** 2
  return { agreement, kappa: byChance < 1 ? (agreement - byChance) / (1 - byChance) : null }
}
