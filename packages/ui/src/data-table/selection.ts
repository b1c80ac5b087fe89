import type { DataTableSort, SortDirection } from './types'

/** The sort that a click on a column's heading leads to. */
export function nextSort(
  column: string,
  current: DataTableSort | null | undefined,
  firstDirection: SortDirection = 'asc',
): DataTableSort {
  if (current?.column !== column) return { column, direction: firstDirection }
  return { column, direction: current.direction === 'asc' ? 'desc' : 'asc' }
}

/** Adds the key when absent, removes it when present; order of the others is kept. */
export function toggleKey(keys: readonly string[], key: string): string[] {
  return keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]
}

/**
 * The selection after the heading's box: when every row of the page is selected
 * they are taken out, otherwise the missing ones are added. Keys of other pages stay.
 */
export function togglePage(selected: readonly string[], page: readonly string[]): string[] {
  const chosen = new Set(selected)
  const onPage = new Set(page)
  return page.every((key) => chosen.has(key))
    ? selected.filter((key) => !onPage.has(key))
    : [...new Set([...selected, ...page])]
}
