import type { ItemDetail } from '../schema'
import type { CohortAnswer, CohortItem, FormCohort } from './cohort'
import { distractorTable } from './distractors'
import type { FormFigures } from './form-figures'
import { type ItemVerdict, itemHealth } from './item-health'
import { correlation, mean, quantile } from './moments'
import { optionPositions } from './option-positions'

export type ItemFigures = {
  versionId: string
  n: number
  p: number
  itemRest: number | null
  medianSeconds: number | null
  exposure: number
  verdict: ItemVerdict
  detail: ItemDetail
}

type Answered = CohortAnswer & {
  /** share of the points of all scored items, and of all others than this one */
  total: number
  rest: number
}

/**
 * The figures of every item that was delivered, over all forms that it is on. Its correlations are with
 * the score on the scored items, also for one that is tried out. Pure.
 */
export function itemFigures(
  forms: readonly { cohort: FormCohort; figures: FormFigures }[],
): ItemFigures[] {
  const sittings = forms.reduce((sum, form) => sum + form.cohort.sittings.length, 0)
  const byVersion = new Map<string, { item: CohortItem; answers: Answered[]; from: FormFigures }>()
  for (const { cohort, figures } of forms) {
    cohort.items.forEach((item, at) => {
      const known = byVersion.get(item.versionId)
      const kept = known ?? { item, answers: [], from: figures }
      if (figures.n > kept.from.n) kept.from = figures
      kept.answers.push(...answersTo(cohort, at))
      byVersion.set(item.versionId, kept)
    })
  }
  return [...byVersion.values()].flatMap(({ item, answers, from }) =>
    answers.length === 0 ? [] : [figuresOf(item, answers, from, sittings)],
  )
}

/** Everybody's answers to one item, each with the score on the others. */
function answersTo({ items, sittings }: FormCohort, place: number): Answered[] {
  const earned = (answers: readonly CohortAnswer[], counts: (at: number) => boolean) => {
    let [got, most] = [0, 0]
    items.forEach((item, at) => {
      if (!item.isScored || !counts(at)) return
      got += (answers[at]?.score ?? 0) * item.points
      most += item.points
    })
    return most > 0 ? got / most : 0
  }
  return sittings.flatMap(({ answers }) => {
    const answer = answers[place]
    if (!answer) return []
    return {
      ...answer,
      total: earned(answers, () => true),
      rest: earned(answers, (at) => at !== place),
    }
  })
}

function figuresOf(
  item: CohortItem,
  answers: readonly Answered[],
  from: FormFigures,
  sittings: number,
): ItemFigures {
  const scores = answers.map((answer) => answer.score)
  const isSingle = item.options.length > 0
  const key = answers.find((answer) => answer.score === 1 && answer.option !== null)?.option ?? null
  const options = isSingle
    ? distractorTable(
        item.options.map((option) => option.id),
        answers.map((answer) => ({ option: answer.option, score: answer.total })),
      )
    : []
  const seconds = answers.flatMap((answer) => answer.seconds ?? [])
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => quantile(seconds, share))
  const dif = from.dif.get(item.versionId) ?? null
  const figures = {
    n: answers.length,
    p: mean(scores),
    itemRest: correlation(
      scores,
      answers.map((answer) => answer.rest),
    ),
  }
  const { verdict, reasons } = itemHealth({
    ...figures,
    dif: dif?.class ?? null,
    distractors: options.filter(({ option }) => option !== null && option !== key),
  })
  return {
    versionId: item.versionId,
    ...figures,
    medianSeconds: p50 ?? null,
    exposure: answers.length / sittings,
    verdict,
    detail: {
      pointBiserial: correlation(
        scores,
        answers.map((answer) => answer.total),
      ),
      difficulty: from.difficulties.get(item.versionId) ?? null,
      options: options.map((row) => ({
        ...row,
        text: item.options.find((option) => option.id === row.option)?.text ?? '',
        isKey: row.option !== null && row.option === key,
      })),
      positions: optionPositions(
        key === null
          ? []
          : answers.map((answer) => ({
              keyPosition: 1 + answer.shown.indexOf(key),
              isRight: answer.score === 1,
            })),
      ),
      seconds: p10 != null && p50 != null && p90 != null ? { p10, p50, p90 } : null,
      dif: dif && {
        class: dif.class,
        delta: dif.delta,
        chiSquare: dif.chiSquare,
        adjustedP: dif.adjustedP,
      },
      reasons,
    },
  }
}
