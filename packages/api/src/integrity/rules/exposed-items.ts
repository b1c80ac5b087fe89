import { symmetricFunctions } from '../../psychometrics/rules/symmetric-functions'
import { normalUpperTail } from '../../shared/distributions'
import type { ItemTiming } from './item-timings'

/** Fewer items than this on either side say nothing. */
const FEWEST = 8

export type ExposedAnswer = {
  isRight: boolean
  /** Rasch difficulty, logits */
  difficulty: number
  /** seconds on the item; null when it was not measured */
  seconds: number | null
  timing: ItemTiming
  /** whether the item has been out long enough to be passed on, or is new */
  isExposed: boolean
}

const sides = (answers: readonly ExposedAnswer[]) => ({
  exposed: answers.filter((answer) => answer.isExposed),
  fresh: answers.filter((answer) => !answer.isExposed),
})

/**
 * Chance, for an honest candidate with the same number right, to have as many of them among the exposed
 * items. Exact under the Rasch model whatever the ability: given the total, it drops out. Null with
 * too few items on a side. Pure. Source: conditional person-fit, Molenaar & Hoijtink 1990.
 */
export function exposedAdvantage(answers: readonly ExposedAnswer[]): number | null {
  const { exposed, fresh } = sides(answers)
  if (exposed.length < FEWEST || fresh.length < FEWEST) return null
  const ways = (side: readonly ExposedAnswer[]) =>
    symmetricFunctions(side.map((answer) => Math.exp(-answer.difficulty)))
  const [ofExposed, ofFresh] = [ways(exposed), ways(fresh)]
  const total = answers.filter((answer) => answer.isRight).length
  const seen = exposed.filter((answer) => answer.isRight).length
  let [tail, all] = [0, 0]
  for (
    let right = Math.max(0, total - fresh.length);
    right <= Math.min(total, exposed.length);
    right += 1
  ) {
    const weight = (ofExposed[right] ?? 0) * (ofFresh[total - right] ?? 0)
    all += weight
    if (right >= seen) tail += weight
  }
  return tail / all
}

/**
 * Chance, for an honest candidate who works at one pace, to be so much faster on exposed items than on
 * new ones, under lognormal times. Null with too few measured items on a side. Pure.
 * Source: van der Linden & van Krimpen-Stoop 2003; van der Linden 2006.
 */
export function exposedSpeed(answers: readonly ExposedAnswer[]): number | null {
  const { exposed, fresh } = sides(answers)
  const [fast, slow] = [paceOf(exposed), paceOf(fresh)]
  if (fast.n < FEWEST || slow.n < FEWEST) return null
  return normalUpperTail((slow.mean - fast.mean) / Math.sqrt(fast.error + slow.error))
}

/** Mean of how much slower than others, in logarithms of seconds, and the variance of that mean. */
function paceOf(answers: readonly ExposedAnswer[]) {
  const measured = answers.filter((answer) => answer.seconds !== null && answer.seconds > 0)
  const n = measured.length
  const sum = measured.reduce(
    (all, one) => all + Math.log(one.seconds ?? 1) - one.timing.logMean,
    0,
  )
  const spread = measured.reduce((all, one) => all + one.timing.logVariance, 0)
  return { n, mean: sum / n, error: spread / n ** 2 }
}
