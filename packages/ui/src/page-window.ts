/** A slot in a pager: a page number, or a gap that stands for at least two pages. */
export type PageSlot = number | 'gap'

/**
 * The page numbers a pager shows: first, last, the current page and `reach`
 * neighbours on each side. A gap never hides a single page (it would be as wide
 * as the number). Pages count from 1; a current page outside is brought in.
 */
export function pageWindow(current: number, pageCount: number, reach = 1): PageSlot[] {
  const last = Math.max(0, Math.floor(pageCount))
  if (last === 0) return []
  const at = Math.min(Math.max(1, Math.floor(current)), last)
  const shown = new Set([1, last])
  for (let page = Math.max(1, at - reach); page <= Math.min(last, at + reach); page++) {
    shown.add(page)
  }
  const slots: PageSlot[] = []
  let previous = 0
  for (const page of [...shown].sort((a, b) => a - b)) {
    if (page - previous === 2) slots.push(page - 1)
    else if (page - previous > 2) slots.push('gap')
    slots.push(page)
    previous = page
  }
  return slots
}
