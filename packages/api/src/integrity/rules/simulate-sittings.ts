import { createRandom, type SeededRandom } from '../../shared/seeded-random'
import type { SittingAnswer } from './assess-sittings'

/** A made-up cohort and the truth about it. */
export type SimulationPlan = {
  seed: number
  honest: number
  /** candidates who bought most of the exposed items with their answers */
  informed: number
  /** pairs of whom one takes most of the answers of the other */
  copyingPairs: number
}

/** The exam that is simulated: scored items, how many of them are new, and trojans on top. */
export const simulatedExam = { items: 60, fresh: 24, trojans: 5, options: 4 } as const

/** What informed candidates know, and how: shares and factors. */
export const simulatedKnowledge = {
  /** of the exposed items and of the trojans' wrong keys */
  known: 0.8,
  /** right on what they know */
  right: 0.95,
  /** of the time that they would otherwise take */
  pace: 0.45,
  /** mean ability: people who buy answers are rather weak, logits */
  ability: -0.5,
} as const

/** Of the answers of the other that a copier takes. */
export const copiedShare = 0.8

type SimulatedItem = {
  difficulty: number
  logSeconds: number
  isExposed: boolean
  isTrojan: boolean
  /** cumulated shares of the wrong options */
  distractors: number[]
}

/**
 * Sittings under the Rasch model with lognormal times, faster people being somewhat abler, and wrong
 * answers spread unevenly over three distractors. Honest sittings first, then informed, then pairs.
 * The last items are the trojans; the fresh ones stand before them. Pure: a seed gives one cohort.
 */
export function simulateSittings({ seed, honest, informed, copyingPairs }: SimulationPlan) {
  const random = createRandom(seed)
  const items = Array.from({ length: simulatedExam.items + simulatedExam.trojans }, (_, at) =>
    makeItem(random, at),
  )
  const sittings: SittingAnswer[][] = []
  for (let person = 0; person < honest; person += 1) sittings.push(sit(random, items, 0, false))
  for (let person = 0; person < informed; person += 1) {
    sittings.push(sit(random, items, simulatedKnowledge.ability, true))
  }
  for (let pair = 0; pair < copyingPairs; pair += 1) {
    const source = sit(random, items, 0, false)
    const copier = sit(random, items, -1, false)
    sittings.push(
      source,
      copier.map((own, at) =>
        random.next() < copiedShare ? { ...own, ...answerOf(source[at]) } : own,
      ),
    )
  }
  return { items, sittings }
}

/** What is copied: the answer and not the time. */
const answerOf = (answer: SittingAnswer | undefined) =>
  answer && { isRight: answer.isRight, wrongOption: answer.wrongOption }

function makeItem(random: SeededRandom, at: number): SimulatedItem {
  const weights = Array.from({ length: simulatedExam.options - 1 }, () => 0.3 + random.next())
  const sum = weights.reduce((all, weight) => all + weight, 0)
  let [running, isTrojan] = [0, at >= simulatedExam.items]
  return {
    difficulty: isTrojan ? -1.5 : -0.5 + random.normal(),
    logSeconds: Math.log(60) + 0.35 * random.normal(),
    isExposed: at < simulatedExam.items - simulatedExam.fresh,
    isTrojan,
    distractors: weights.map((weight) => {
      running += weight / sum
      return running
    }),
  }
}

function sit(
  random: SeededRandom,
  items: readonly SimulatedItem[],
  meanAbility: number,
  isInformed: boolean,
): SittingAnswer[] {
  const skill = random.normal()
  const ability = meanAbility + skill
  const pace = 0.3 * (0.3 * skill + Math.sqrt(1 - 0.3 ** 2) * random.normal())
  return items.map((item) => {
    const knows =
      isInformed && (item.isExposed || item.isTrojan) && random.next() < simulatedKnowledge.known
    const slow = Math.exp(item.logSeconds - pace + 0.45 * random.normal())
    const seconds = knows ? slow * simulatedKnowledge.pace : slow
    if (knows && item.isTrojan) return { isRight: false, wrongOption: 1, seconds }
    const chance = knows ? simulatedKnowledge.right : 1 / (1 + Math.exp(item.difficulty - ability))
    if (random.next() < chance) return { isRight: true, wrongOption: 0, seconds }
    const place = random.next()
    const option = item.distractors.findIndex((limit) => place < limit)
    return {
      isRight: false,
      wrongOption: option < 0 ? item.distractors.length : option + 1,
      seconds,
    }
  })
}
