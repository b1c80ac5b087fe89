import type { StaffAction } from '@archway/api/shared/permissions'
import type { createCaller } from '@archway/api/trpc/root'
import type { z } from 'zod'
import { listInput } from '../table/list-input'
import type { CsvValue } from './csv-row'

/** Procedures on behalf of whoever asked. */
export type Caller = ReturnType<typeof createCaller>

type PageOf<Row> = { rows: Row[]; total: number }

/** A list of the dashboard that can leave as a file. */
export type ExportTable = {
  /** what one must be allowed; the procedure behind it checks again */
  action: StaffAction
  columns: string[]
  /** one page of what matches the list's query, in its order, with a key for each row */
  readPage: (
    api: Caller,
    query: Record<string, string>,
    page: number,
    pageSize: number,
  ) => Promise<PageOf<{ key: string; cells: CsvValue[] }>>
}

/**
 * Describes an export: the list's own input schema and procedure, and the columns with how a row
 * fills them.
 */
export function exportTable<Schema extends z.ZodType<object>, Row>(table: {
  action: StaffAction
  schema: Schema
  read: (api: Caller, input: z.output<Schema>) => Promise<PageOf<Row>>
  key: (row: Row) => string
  columns: Record<string, (row: Row) => CsvValue>
}): ExportTable {
  const cells = Object.values(table.columns)
  return {
    action: table.action,
    columns: Object.keys(table.columns),
    async readPage(api, query, page, pageSize) {
      const input = { ...listInput(table.schema, query), page, pageSize }
      const { rows, total } = await table.read(api, input)
      return {
        total,
        rows: rows.map((row) => ({ key: table.key(row), cells: cells.map((cell) => cell(row)) })),
      }
    },
  }
}
