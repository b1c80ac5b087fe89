import type { FormCohort } from './cohort'
import { decisionConsistency } from './decision-consistency'
import { type ItemDif, itemDif } from './differential-functioning'
import { smallestSample } from './item-health'
import { raschDifficulties } from './rasch'
import { alpha, standardError } from './reliability'

export type FormFigures = {
  n: number
  reliability: number | null
  errorPercent: number | null
  agreement: number | null
  kappa: number | null
  /** by version of an item */
  difficulties: ReadonlyMap<string, number>
  dif: ReadonlyMap<string, ItemDif>
}

/**
 * What the sittings of one form say about it, in its scored points. Everything but the number is null
 * or empty under `smallestSample`. Groups for differential functioning are the languages of the
 * candidates' accounts: English, and others. Pure.
 */
export function formFigures({ items, sittings }: FormCohort, cutRaw: number | null): FormFigures {
  const n = sittings.length
  const none = { n, reliability: null, errorPercent: null, agreement: null, kappa: null }
  if (n < smallestSample) return { ...none, difficulties: new Map(), dif: new Map() }
  const scored = items.flatMap((item, at) => (item.isScored ? [{ ...item, at }] : []))
  const points = sittings.map(({ answers }) =>
    scored.map(({ at, points: most }) => (answers[at]?.score ?? 0) * most),
  )
  const right = sittings.map(({ answers }) =>
    items.map((_, at) => (answers[at]?.score === 1 ? 1 : 0)),
  )
  const most = scored.reduce((sum, item) => sum + item.points, 0)
  const consistency = cutRaw === null ? null : decisionConsistency(points, cutRaw, most)
  const error = standardError(points)
  const difficulties = raschDifficulties(right)
  const dif = itemDif(
    right,
    sittings.map(({ locale }) => !locale.toLowerCase().startsWith('en')),
  )
  return {
    n,
    reliability: alpha(points),
    errorPercent: error === null ? null : (100 * error) / most,
    agreement: consistency?.agreement ?? null,
    kappa: consistency?.kappa ?? null,
    difficulties: new Map(
      items.flatMap((item, at) => {
        const value = difficulties?.[at]
        return value === undefined ? [] : [[item.versionId, value]]
      }),
    ),
    dif: new Map(
      items.flatMap((item, at) => {
        const value = dif[at]
        return value ? [[item.versionId, value]] : []
      }),
    ),
  }
}
