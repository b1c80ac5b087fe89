import { describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/seeded-random'
import { assessSittings, type CohortItem, type Sitting } from './assess-sittings'
import { type ExposedAnswer, exposedAdvantage } from './exposed-items'
import { rapidAnswers } from './rapid-answers'
import { mayProposeCase, type Signal } from './signals'
import { trojanChance } from './trojan-items'

const timed = (count: number, seconds: number, right: number) =>
  Array.from({ length: count }, (_, at) => ({
    seconds,
    isRight: at < right,
    guessChance: 0.25,
    medianSeconds: 60,
  }))

describe('53 300-ms-answers', () => {
  it('right answers faster than reading are flagged', () => {
    const result = rapidAnswers([...timed(20, 0.3, 18), ...timed(40, 55, 25)])
    expect(result).toMatchObject({ rapid: 20, rapidRight: 18 })
    expect(result.chance).toBeLessThan(1e-7)
  })

  it('wrong ones are a candidate who gave up: no flag, only less effort', () => {
    const result = rapidAnswers([...timed(20, 0.3, 5), ...timed(40, 55, 25)])
    expect(result.chance).toBeGreaterThan(0.5)
    expect(result.effort).toBeCloseTo(40 / 60, 12)
  })

  it('a few say nothing, and a second is enough to read', () => {
    expect(rapidAnswers(timed(4, 0.3, 4)).chance).toBeNull()
    expect(rapidAnswers(timed(20, 1, 20))).toMatchObject({ rapid: 0, chance: null, effort: 0 })
  })
})

/** Honest answers of people of one level to items of one difficulty, three distractors alike. */
function cohort(people: number, items: number) {
  const random = createRandom(54)
  const rows = Array.from(
    { length: people },
    (): Sitting =>
      Array.from({ length: items }, () => {
        const isRight = random.next() < 0.6
        const wrongOption = isRight ? 0 : 1 + Math.floor(3 * random.next())
        return { isRight, wrongOption, seconds: 60 * Math.exp(0.4 * random.normal()) }
      }),
  )
  const item: CohortItem = {
    difficulty: 0,
    isExposed: false,
    guessChance: 0.25,
    leakedOption: null,
  }
  return { rows, items: new Array<CohortItem>(items).fill(item) }
}

describe('54 identical-wrong-answers pair', () => {
  it('two with the same answers, wrong ones too, are flagged both; nobody else is', () => {
    const { rows, items } = cohort(120, 50)
    const copy = rows[17]?.map((answer, at) => (at % 10 === 0 ? (rows[80]?.[at] ?? null) : answer))
    rows[80] = copy ?? []
    const findings = assessSittings(items, rows)
    const flagged = findings.flatMap((found, at) => (found.length > 0 ? [at] : []))
    expect(flagged).toEqual([17, 80])
    expect(findings[17]?.[0]).toMatchObject({ rule: 'similar_answers', otherSitting: 80 })
    expect(findings[17]?.[0]?.evidence.sameWrong).toBeGreaterThan(10)
  })

  it('alone it is not enough for a case', () => {
    expect(mayProposeCase([{ rule: 'similar_answers', chance: 1e-30 }])).toBe(false)
  })
})

describe('55 trojan-item', () => {
  const answer = (isLeakedKey: boolean) => ({ isLeakedKey, given: 9, served: 298 })

  it('the wrong keys that were put about give away who learned them', () => {
    expect(trojanChance([answer(true), answer(true), answer(true)])).toBeCloseTo(
      (10 / 300) ** 3,
      12,
    )
  })

  it('one of them can be an accident', () => {
    expect(trojanChance([answer(true), answer(false), answer(false)])).toBeGreaterThan(0.05)
  })

  it('a popular wrong answer says little', () => {
    expect(trojanChance([{ isLeakedKey: true, given: 150, served: 298 }])).toBeGreaterThan(0.5)
    expect(trojanChance([])).toBeNull()
  })

  it('they count for nothing else: who falls for all of them is flagged for that alone', () => {
    const { rows, items } = cohort(60, 40)
    const trojans = items.map((item, at) => (at < 3 ? { ...item, leakedOption: 9 } : item))
    rows[5] = (rows[5] ?? []).map((own, at) =>
      own && at < 3 ? { ...own, isRight: false, wrongOption: 9 } : own,
    )
    expect(assessSittings(trojans, rows).map((found) => found.map((one) => one.rule))).toEqual(
      rows.map((_, at) => (at === 5 ? ['trojan_items'] : [])),
    )
  })
})

describe('56 blur-only-is-not-enough', () => {
  it('however often the window lost the focus, there is no case', () => {
    const blur: Signal = { rule: 'focus_lost', chance: 0 }
    expect(mayProposeCase([blur])).toBe(false)
    expect(mayProposeCase([blur, blur, { rule: 'exposed_speed', chance: 1e-12 }])).toBe(false)
  })

  it('two findings of one family are one', () => {
    expect(
      mayProposeCase([
        { rule: 'exposed_speed', chance: 1e-12 },
        { rule: 'rapid_right_answers', chance: 1e-12 },
      ]),
    ).toBe(false)
  })

  it('two independent ones are enough when they are strong together', () => {
    const speed: Signal = { rule: 'exposed_speed', chance: 1e-5 }
    expect(mayProposeCase([speed, { rule: 'exposed_advantage', chance: 1e-4 }])).toBe(true)
    expect(mayProposeCase([speed, { rule: 'exposed_advantage', chance: 0.004 }])).toBe(true)
    expect(mayProposeCase([speed, { rule: 'exposed_advantage', chance: 0.011 }])).toBe(false)
    expect(
      mayProposeCase([
        { rule: 'exposed_speed', chance: 0.004 },
        { rule: 'exposed_advantage', chance: 0.004 },
      ]),
    ).toBe(false)
  })
})

describe('knowing exposed items', () => {
  const answers = (exposedRight: number, freshRight: number): ExposedAnswer[] =>
    Array.from({ length: 20 }, (_, at) => ({
      isRight: at < 10 ? at < exposedRight : at - 10 < freshRight,
      difficulty: 0,
      seconds: null,
      timing: { logMean: 4, logVariance: 0.2 },
      isExposed: at < 10,
    }))

  it('is the hypergeometric tail when all items are equally hard', () => {
    // 9 of 10 and 3 of 10: of the ways to place 12 right answers, so many put nine or more on the first ten.
    const ways = (n: number, k: number): number => (k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k)
    const tail = ways(10, 9) * ways(10, 3) + ways(10, 10) * ways(10, 2)
    expect(exposedAdvantage(answers(9, 3))).toBeCloseTo(tail / ways(20, 12), 12)
  })

  it('does not speak against who is good, or bad, at everything', () => {
    expect(exposedAdvantage(answers(10, 10))).toBe(1)
    expect(exposedAdvantage(answers(0, 0))).toBe(1)
  })
})
