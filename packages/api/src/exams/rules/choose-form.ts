import { overlapShare } from './draw-form'

export type SittableForm = {
  id: string
  number: number
  /** how often it was sat so far */
  sittings: number
  /** points by item */
  items: ReadonlyMap<string, number>
}

/**
 * The form for somebody's next sitting: none that shares more than `overlapShare` of its points with a form that
 * they sat before; of the others the one that shares least, then the one that was sat least, then the first. Null
 * when there is none left. Pure.
 */
export function chooseForm(
  forms: readonly SittableForm[],
  earlier: readonly ReadonlySet<string>[],
): SittableForm | null {
  const ranked = forms
    .map((form) => {
      const entries = [...form.items]
      const size = entries.reduce((sum, [, points]) => sum + points, 0)
      const shared = earlier.map((seen) =>
        entries.reduce((sum, [item, points]) => sum + (seen.has(item) ? points : 0), 0),
      )
      return { form, overlap: Math.max(0, ...shared) / size }
    })
    .filter(({ overlap }) => overlap <= overlapShare)
    .sort(
      (a, b) =>
        a.overlap - b.overlap || a.form.sittings - b.form.sittings || a.form.number - b.form.number,
    )
  return ranked[0]?.form ?? null
}
