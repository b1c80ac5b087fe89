export type PositionRow = {
  /** place at which the key was shown, 1 is the first */
  position: number
  n: number
  /** share right, 0 to 1 */
  p: number
}

/**
 * Whether it matters where the key stands: how often an item, or many, was right by the place at which
 * its key was shown. Places at which it never stood are left out. Pure.
 */
export function optionPositions(
  answers: readonly { keyPosition: number; isRight: boolean }[],
): PositionRow[] {
  const rows = new Map<number, { n: number; right: number }>()
  for (const { keyPosition, isRight } of answers) {
    const row = rows.get(keyPosition) ?? { n: 0, right: 0 }
    rows.set(keyPosition, { n: row.n + 1, right: row.right + (isRight ? 1 : 0) })
  }
  return [...rows]
    .map(([position, { n, right }]) => ({ position, n, p: right / n }))
    .sort((a, b) => a.position - b.position)
}
