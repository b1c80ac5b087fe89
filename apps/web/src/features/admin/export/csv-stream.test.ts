import { expect, test } from 'vitest'
import { csvStream } from './csv-stream'
import type { Caller, ExportTable } from './export-table'

const nobody = {} as Caller

/** A list of numbered rows; `grows` puts a new one before the others after the first page. */
function numbers(count: number, grows = false) {
  const pages: number[] = []
  const table: ExportTable = {
    action: 'dashboard.view',
    columns: ['n'],
    readPage: async (_api, _query, page, pageSize) => {
      pages.push(page)
      const shift = grows && page > 1 ? 1 : 0
      const first = (page - 1) * pageSize - shift
      const rows = Array.from(
        { length: Math.max(0, Math.min(pageSize, count - first)) },
        (_, i) => ({
          key: String(first + i),
          cells: [first + i],
        }),
      )
      return { rows, total: count + shift }
    },
  }
  return { table, pages }
}

const textOf = (table: ExportTable) => new Response(csvStream(table, nobody, {})).text()
const linesOf = (text: string) => text.trimEnd().split('\r\n')

test('an empty list is its heading', async () => {
  expect(await textOf(numbers(0).table)).toBe('n\r\n')
})

test('every page is written, in order and once', async () => {
  const { table, pages } = numbers(450)
  const lines = linesOf(await textOf(table))
  expect(lines).toEqual(['n', ...Array.from({ length: 450 }, (_, i) => String(i))])
  expect(pages).toEqual([1, 2, 3])
})

test('a full last page needs no empty one after it', async () => {
  const { table, pages } = numbers(400)
  await textOf(table)
  expect(pages).toEqual([1, 2])
})

test('a row that moves to the next page meanwhile is written once', async () => {
  const lines = linesOf(await textOf(numbers(450, true).table))
  expect(lines).toEqual(['n', ...Array.from({ length: 450 }, (_, i) => String(i))])
})
