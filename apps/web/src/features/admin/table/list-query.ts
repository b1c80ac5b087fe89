/** Query parameters of a page as Next hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>

/** Names that belong to the table itself and not to a list's filters. */
const tableParams = ['page', 'sort', 'direction', 'cols'] as const

/** The first value of each parameter; empty ones are left out, and what no text can hold (a NUL). */
export function firstValues(params: SearchParams): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params)
      .map(([name, value]) => [name, (Array.isArray(value) ? value[0] : value)?.trim() ?? ''])
      .filter(([, value]) => value !== '' && !value?.includes('\0')),
  )
}

/** The address of a list with some parameters changed; empty or null ones leave it. */
export function listHref(
  path: string,
  current: Record<string, string>,
  change: Record<string, string | null>,
): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...current, ...change })) {
    if (value) query.set(name, value)
  }
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

/** What a saved view or an export keeps: filters and sort, not the page. */
export function viewQuery(current: Record<string, string>): string {
  const { page: _, ...rest } = current
  return new URLSearchParams(rest).toString()
}

/** Filters only: what "clear" removes. */
export const filterNames = (current: Record<string, string>): string[] =>
  Object.keys(current).filter((name) => !tableParams.some((known) => known === name))
