import { csvRow } from './csv-row'
import type { Caller, ExportTable } from './export-table'

/** Rows that are in memory at a time; the most that a list's schema allows. */
const pageSize = 200

/**
 * Everything that matches as a stream of CSV, read page by page while it is being sent, so that a
 * long list takes no more memory than a short one. A row that moves on to the next page because
 * something new came in before it is not written twice.
 */
export function csvStream(
  table: ExportTable,
  api: Caller,
  query: Record<string, string>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let page = 0
  let last = new Set<string>()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (page === 0) controller.enqueue(encoder.encode(csvRow(table.columns)))
      page += 1
      const { rows, total } = await table.readPage(api, query, page, pageSize)
      const text = rows
        .filter((row) => !last.has(row.key))
        .map((row) => csvRow(row.cells))
        .join('')
      if (text !== '') controller.enqueue(encoder.encode(text))
      last = new Set(rows.map((row) => row.key))
      if (rows.length < pageSize || page * pageSize >= total) controller.close()
    },
  })
}
