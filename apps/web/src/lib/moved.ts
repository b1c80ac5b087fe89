/** The list with one item taken from its place and put at another. Places outside change nothing. Pure. */
export function moved<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items]
  const [item] = next.splice(from, 1)
  if (item === undefined || from < 0 || to < 0 || to >= items.length) return [...items]
  next.splice(to, 0, item)
  return next
}
