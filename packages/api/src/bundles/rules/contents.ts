/** What a bundle asks of an offering that it is to hold. */
export type Content = {
  id: string
  kind: string
  origin: string
  status: string
  /** of a program */
  courseIds: readonly string[]
}

/**
 * Why offerings cannot be sold together; null when they can. All of them are courses or programs of
 * our own, and none comes a second time inside a program. Pure.
 */
export function contentsProblem(
  wanted: readonly string[],
  found: readonly Content[],
): 'bundle-offering-unknown' | 'bundle-offering-inside' | null {
  const isSold = ({ kind, origin }: Content) =>
    origin === 'own' && (kind === 'course' || kind === 'program')
  if (found.length < wanted.length || !found.every(isSold)) return 'bundle-offering-unknown'
  const inside = found.flatMap(({ courseIds }) => courseIds)
  const isTwice = new Set(inside).size < inside.length || inside.some((id) => wanted.includes(id))
  return isTwice ? 'bundle-offering-inside' : null
}
