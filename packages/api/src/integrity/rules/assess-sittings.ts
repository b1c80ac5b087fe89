import { quantile } from '../../psychometrics/rules/moments'
import { type ExposedAnswer, exposedAdvantage, exposedSpeed } from './exposed-items'
import { itemTimings } from './item-timings'
import { rapidAnswers } from './rapid-answers'
import { LEVELS, levelsOf } from './score-levels'
import { flagLevel, type IntegrityRule, isFlag } from './signals'
import { similarPairs } from './similar-answers'
import { type TrojanAnswer, trojanChance } from './trojan-items'

/** An item as it stands in a cohort of sittings. */
export type CohortItem = {
  /** Rasch difficulty in logits; null when there is none: comparisons of right answers leave it out */
  difficulty: number | null
  /** out long enough to be passed on */
  isExposed: boolean
  /** one in the number of options */
  guessChance: number
  /** number of the wrong option that was put about as the key, from 1; null when it is no trojan */
  leakedOption: number | null
}

export type SittingAnswer = {
  isRight: boolean
  /** number of the wrong option chosen, from 1 to 255; 0 when right or not answered */
  wrongOption: number
  /** as the server measured them; null when it could not */
  seconds: number | null
}

/** One candidate's answers, in the order of the items; null where the item was not served. */
export type Sitting = readonly (SittingAnswer | null)[]

export type Finding = {
  rule: IntegrityRule
  chance: number
  /** the figures that it rests on, for people to read */
  evidence: Record<string, number>
  /** for `similar_answers`: place of the other one of the pair */
  otherSitting?: number
}

/**
 * Every flag of a cohort of sittings of one exam, by sitting. Trojan items count for their own rule
 * alone. Pure: the same cohort gives the same findings.
 */
export function assessSittings(
  items: readonly CohortItem[],
  sittings: readonly Sitting[],
): Finding[][] {
  const timings = itemTimings(sittings.map((row) => row.map((answer) => answer?.seconds ?? null)))
  const medians = items.map(
    (_, item) =>
      quantile(
        sittings.flatMap((row) => row[item]?.seconds ?? []),
        0.5,
      ) ?? Number.POSITIVE_INFINITY,
  )
  const scores = sittings.map((row) => scoreOf(items, row))
  const levelOf = levelsOf(scores)
  const levels = scores.map(levelOf)
  const leaked = items.map(({ leakedOption }, at) =>
    leakedOption === null ? null : leakedCounts(sittings, levels, at, leakedOption),
  )
  const findings = sittings.map((row, person) => {
    const timed = []
    const compared: ExposedAnswer[] = []
    const trojans: TrojanAnswer[] = []
    for (const [at, answer] of row.entries()) {
      const [item, timing] = [items[at], timings[at]]
      const counts = leaked[at]?.[levels[person] ?? 0]
      if (!answer || !item || !timing) continue
      if (counts) {
        trojans.push({ isLeakedKey: answer.wrongOption === item.leakedOption, ...counts })
        continue
      }
      const { isRight, seconds } = answer
      const medianSeconds = medians[at] ?? Number.POSITIVE_INFINITY
      if (seconds !== null)
        timed.push({ seconds, isRight, guessChance: item.guessChance, medianSeconds })
      if (item.difficulty !== null) {
        compared.push({
          isRight,
          seconds,
          difficulty: item.difficulty,
          timing,
          isExposed: item.isExposed,
        })
      }
    }
    const rapid = rapidAnswers(timed)
    const exposed = compared.filter((answer) => answer.isExposed)
    const right = (of: readonly ExposedAnswer[]) => of.filter((answer) => answer.isRight).length
    const counts = {
      exposed: exposed.length,
      exposedRight: right(exposed),
      fresh: compared.length - exposed.length,
      freshRight: right(compared) - right(exposed),
    }
    return [
      finding('rapid_right_answers', rapid.chance, {
        rapid: rapid.rapid,
        rapidRight: rapid.rapidRight,
        effort: rapid.effort,
      }),
      finding('exposed_speed', exposedSpeed(compared), counts),
      finding('exposed_advantage', exposedAdvantage(compared), counts),
      finding('trojan_items', trojanChance(trojans), {
        trojans: trojans.length,
        leakedKeys: trojans.filter((answer) => answer.isLeakedKey).length,
      }),
    ].filter((one) => one !== null)
  })
  const common = items.flatMap(({ difficulty, leakedOption }, at) =>
    difficulty !== null && leakedOption === null ? [{ at, difficulty }] : [],
  )
  const codes = sittings.map((row) => Uint8Array.from(common, ({ at }) => codeOf(row[at])))
  const difficulties = common.map((item) => item.difficulty)
  for (const pair of similarPairs(codes, difficulties, flagLevel)) {
    const { first, second, chance, same, expected, sameWrong } = pair
    const evidence = { items: common.length, same, expected, sameWrong }
    findings[first]?.push({ rule: 'similar_answers', chance, evidence, otherSitting: second })
    findings[second]?.push({ rule: 'similar_answers', chance, evidence, otherSitting: first })
  }
  return findings
}

/** Right answers, trojan items left out. */
const scoreOf = (items: readonly CohortItem[], row: Sitting): number =>
  row.filter((answer, at) => answer?.isRight && items[at]?.leakedOption === null).length

/** How many of each level were served a trojan item, and how many of them gave the leaked key. */
function leakedCounts(
  sittings: readonly Sitting[],
  levels: readonly number[],
  item: number,
  leakedOption: number,
) {
  const counts = Array.from({ length: LEVELS }, () => ({ served: 0, given: 0 }))
  sittings.forEach((row, person) => {
    const [answer, count] = [row[item], counts[levels[person] ?? 0]]
    if (!answer || !count) return
    count.served += 1
    if (answer.wrongOption === leakedOption) count.given += 1
  })
  return counts
}

function finding(
  rule: IntegrityRule,
  chance: number | null,
  evidence: Record<string, number>,
): Finding | null {
  return chance !== null && isFlag({ rule, chance }) ? { rule, chance, evidence } : null
}

/** As `similarPairs` takes it. */
const codeOf = (answer: SittingAnswer | null | undefined): number => {
  if (!answer) return 0
  if (answer.isRight) return 1
  return answer.wrongOption > 0 ? answer.wrongOption + 1 : 0
}
