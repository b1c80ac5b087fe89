/** A step of worker A or B, or something that happens in the world. */
export type Step = 'A' | 'B' | 'W'

/** Every order in which so many steps of each can happen: (a + b + w)! ÷ (a! b! w!) of them. */
export function interleavings(left: Record<Step, number>): Step[][] {
  const steps = (['A', 'B', 'W'] as const).filter((step) => left[step] > 0)
  if (steps.length === 0) return [[]]
  return steps.flatMap((step) =>
    interleavings({ ...left, [step]: left[step] - 1 }).map((rest) => [step, ...rest]),
  )
}
