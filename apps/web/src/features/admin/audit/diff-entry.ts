export type DiffRow = {
  /** names of nested fields joined by dots; a part of a list by its name, or by its place */
  path: string
  before: string | null
  after: string | null
  change: 'added' | 'removed' | 'changed' | 'same'
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join('\n')
    : typeof value === 'string'
      ? value
      : (JSON.stringify(value) ?? '')

/** Fields by which the parts of a list are told apart, the surest first. */
const naming = ['id', 'key', 'slug', 'code', 'currency', 'name', 'title', 'label', 'question']

/** What the parts of a list are called: by the first field that names all of them apart, or by their places. */
function namesOf(parts: Record<string, unknown>[]): string[] {
  const field = naming.find(
    (candidate) =>
      parts.every((part) => typeof part[candidate] === 'string') &&
      new Set(parts.map((part) => part[candidate])).size === parts.length,
  )
  return parts.map((part, index) => (field ? String(part[field]) : String(index + 1)))
}

/** Leaves of a JSON value by path. Lists of plain values stay whole: their order is part of what they say. */
function leaves(value: unknown, path = ''): [string, string][] {
  if (value === null || value === undefined) return []
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord)) {
    const names = namesOf(value)
    return [
      [path || '·', names.join('\n')],
      ...value.flatMap((part, index) =>
        leaves(part, path ? `${path}.${names[index]}` : names[index]),
      ),
    ]
  }
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
