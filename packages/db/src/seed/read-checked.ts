import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { z } from 'zod'

/** A JSON file of the content, checked. Throws an error that names the file and each place in it that is wrong. */
export async function readChecked<Schema extends z.ZodType>(
  folder: string,
  path: string,
  schema: Schema,
): Promise<z.infer<Schema>> {
  const text = await readFile(join(folder, path), 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: not JSON: ${(error as Error).message}`)
  }
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.map(
    (issue) => `${path}: ${issue.path.join('.') || '(top)'}: ${issue.message}`,
  )
  throw new Error(issues.join('\n'))
}

/** Names of the JSON files or of the folders in a folder, sorted. */
export async function listNames(folder: string, want: 'file' | 'folder'): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => (want === 'file' ? entry.name.endsWith('.json') : entry.isDirectory()))
    .map((entry) => entry.name)
    .sort()
}
