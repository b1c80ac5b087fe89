import type { z } from 'zod'

/**
 * A list's input out of its address. Numbers and dates are read from text; a parameter that the schema
 * refuses counts as absent, so that an old or mistyped link still shows the list.
 */
export function listInput<Schema extends z.ZodType>(
  schema: Schema,
  query: Record<string, string>,
): z.output<Schema> {
  const values: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(query)) {
    values[name] = /^\d{4}-\d{2}-\d{2}$/.test(text)
      ? new Date(`${text}T00:00:00Z`)
      : name === 'page' || name === 'pageSize'
        ? Number(text)
        : text
  }
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) delete values[String(issue.path[0])]
  return schema.parse(values)
}
