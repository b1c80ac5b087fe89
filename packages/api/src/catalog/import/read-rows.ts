import { createHash } from 'node:crypto'
import type { ColumnMapping, ImportField } from '../schema/imports'
import { readTable } from './read-table'
import { type ParsedRow, parseRow } from './rules/parse-row'

/** How to read a file again and again: a new stream of it each time. */
export type OpenFile = () => AsyncIterable<Uint8Array> | Promise<AsyncIterable<Uint8Array>>

export type TableFormat = { encoding: string; delimiter: string }

/** A row of the file with the line on which it begins. */
export type FileRow = { line: number } & ParsedRow

/** The file has no column of that name: the mapping belongs to another file. */
export class MappingError extends Error {
  constructor(readonly column: string) {
    super(`there is no column "${column}"`)
  }
}

/** A key in 96 bits, so that a million of them fit into memory. */
const digest = (key: string) => createHash('sha256').update(key).digest('base64').slice(0, 16)

/**
 * Every row of a file, read or rejected. A row that another one of the file already stands for is
 * rejected. Throws TableError when the file is not a table, MappingError when a column is missing.
 */
export async function* readRows(
  open: OpenFile,
  format: TableFormat,
  mapping: ColumnMapping,
  compounds: readonly string[],
): AsyncGenerator<FileRow> {
  const seen = new Map<string, number>()
  let columns: { field: ImportField; index: number }[] | null = null
  let width = 0
  for await (const { line, cells } of readTable(await open(), format)) {
    if (columns === null) {
      columns = columnsOf(mapping, cells)
      width = cells.length
      continue
    }
    if (cells.length !== width) {
      const issue = { field: '', severity: 'rejected' as const, reason: 'column-count' }
      yield { line, ok: false, issues: [{ ...issue, value: `${cells.length} / ${width}` }] }
      continue
    }
    const byField = Object.fromEntries(
      columns.map(({ field, index }) => [field, cells[index] ?? '']),
    )
    yield { line, ...withoutDoubles(parseRow(byField, compounds), line, seen) }
  }
}

function columnsOf(mapping: ColumnMapping, headers: readonly string[]) {
  const names = headers.map((header) => header.trim())
  return (Object.entries(mapping) as [ImportField, string][]).map(([field, column]) => {
    const index = names.indexOf(column.trim())
    if (index < 0) throw new MappingError(column)
    return { field, index }
  })
}

function withoutDoubles(parsed: ParsedRow, line: number, seen: Map<string, number>): ParsedRow {
  if (!parsed.ok) return parsed
  const own = digest(parsed.keys.own)
  const earlier = seen.get(own)
  if (earlier !== undefined) {
    const field = parsed.keys.own.startsWith('url:') ? 'url' : 'id'
    return {
      ok: false,
      issues: [{ field, severity: 'rejected', reason: 'same-as-line', value: String(earlier) }],
    }
  }
  seen.set(own, line)
  const { id } = parsed.keys
  if (id === null || id === parsed.keys.own) return parsed
  const other = seen.get(digest(id))
  if (other === undefined) {
    seen.set(digest(id), line)
    return parsed
  }
  const warning = { field: 'id', severity: 'warning' as const, reason: 'id-used-before' }
  return {
    ...parsed,
    keys: { ...parsed.keys, id: null },
    warnings: [...parsed.warnings, { ...warning, value: String(other) }],
  }
}

/** Groups of `size`, the last one smaller. */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  size: number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
