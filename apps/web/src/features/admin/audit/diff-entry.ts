export type DiffRow = {
  /** names of nested fields joined by dots */
  path: string
  before: string | null
  after: string | null
  change: 'added' | 'removed' | 'changed' | 'same'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** Leaves of a JSON value by path. Lists stay whole: their order is part of what they say. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return []
  if (!isRecord(value)) return [[path || '·', textOf(value)]]
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerPath = path ? `${path}.${key}` : key
    // A field that is there and null says something; one that is missing does not.
    return inner === null ? [[innerPath, 'null'] as [string, string]] : leaves(inner, innerPath)
  })
}

/** What an entry of the audit log changed, field by field, in the order of the fields. Pure. */
export function diffEntry(before: unknown, after: unknown): DiffRow[] {
  const old = new Map(leaves(before))
  const fresh = new Map(leaves(after))
  return [...new Set([...old.keys(), ...fresh.keys()])].map((path) => {
    const was = old.get(path) ?? null
    const is = fresh.get(path) ?? null
    const change =
      was === null ? 'added' : is === null ? 'removed' : was === is ? 'same' : 'changed'
    return { path, before: was, after: is, change }
  })
}
