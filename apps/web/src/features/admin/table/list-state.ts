import type { z } from 'zod'
import { listInput } from './list-input'
import { firstValues, type SearchParams } from './list-query'

/** What the address of a list says: its parameters as text, and the input of the list's read. */
export async function listState<Schema extends z.ZodType>(
  schema: Schema,
  searchParams: Promise<SearchParams>,
): Promise<{ query: Record<string, string>; input: z.output<Schema> }> {
  const query = firstValues(await searchParams)
  return { query, input: listInput(schema, query) }
}
