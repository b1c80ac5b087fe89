const MAX_LENGTH = 600

const asObject = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {}

function asText(value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value) && value.every((part) => typeof part === 'string')
        ? value.join('\n')
        : typeof value === 'object'
          ? JSON.stringify(value, null, 1)
          : String(value)
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)} …` : text
}

/** Fields of an audit entry that differ, in words a person can compare; long texts are cut. Pure. */
export function fieldChanges(
  before: unknown,
  after: unknown,
): { field: string; before: string; after: string }[] {
  const old = asObject(before)
  const now = asObject(after)
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]))
    .map((field) => ({ field, before: asText(old[field]), after: asText(now[field]) }))
}
