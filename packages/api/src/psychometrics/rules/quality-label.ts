import type { QualityFigures } from '../schema'
import type { FormFigures } from './form-figures'
import type { ItemFigures } from './item-figures'
import { smallestSample } from './item-health'

/** The figures of an exam, from those of its forms and items and the results of its sittings. Pure. */
export function qualityOf(
  forms: readonly FormFigures[],
  items: readonly ItemFigures[],
  passes: readonly boolean[],
): QualityFigures {
  const counted = forms.filter((form) => form.reliability !== null)
  const weighted = (figure: (form: FormFigures) => number | null): number | null => {
    const known = forms.flatMap((form) => {
      const value = figure(form)
      return value === null ? [] : [{ value, n: form.n }]
    })
    const n = known.reduce((sum, one) => sum + one.n, 0)
    return n > 0 ? known.reduce((sum, one) => sum + one.value * one.n, 0) / n : null
  }
  const tested = items.flatMap((item) => item.detail.dif?.class ?? [])
  const ofClass = (wanted: string) => tested.filter((one) => one === wanted).length
  const ofVerdict = (wanted: ItemFigures['verdict']) =>
    items.filter((item) => item.verdict === wanted).length
  return {
    n: passes.length,
    forms: counted.length,
    passRate: passes.length > 0 ? passes.filter(Boolean).length / passes.length : 0,
    reliability: weighted((form) => form.reliability),
    errorPercent: weighted((form) => form.errorPercent),
    agreement: weighted((form) => form.agreement),
    kappa: weighted((form) => form.kappa),
    items: {
      unknown: ofVerdict('unknown'),
      sound: ofVerdict('sound'),
      review: ofVerdict('review'),
      quarantine: ofVerdict('quarantine'),
    },
    dif: tested.length > 0 ? { A: ofClass('A'), B: ofClass('B'), C: ofClass('C') } : null,
    mostExposed: Math.max(0, ...items.map((item) => item.exposure)),
  }
}

/** What anybody may see of an exam's quality: all of it from `smallestSample` sittings on a form, nothing under. */
export type PublicLabel =
  | { isWithheld: true; n: number; needed: number }
  | ({ isWithheld: false } & Omit<QualityFigures, 'passRate'>)

/** The figures as they are published: withheld under the smallest sample. Pure. */
export function publicLabel({ passRate: _, ...figures }: QualityFigures): PublicLabel {
  return figures.reliability === null
    ? { isWithheld: true, n: figures.n, needed: smallestSample }
    : { isWithheld: false, ...figures }
}
