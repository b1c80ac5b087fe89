import { neutraliseFormula } from '@archway/api/catalog/import/rules/formula'

/** What a cell may hold: `decimal` is an amount of ours, exact at any size; dates become ISO 8601, null and undefined nothing. */
export type CsvValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | { decimal: string }
  | null
  | undefined

function cellText(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') return value.decimal
  // Numbers are ours: a minus before one is no formula. Text is anybody's.
  return typeof value === 'string' ? neutraliseFormula(value) : String(value)
}

/** One line of a CSV file (RFC 4180), its line end included. Nothing in it runs in a spreadsheet. */
export function csvRow(values: readonly CsvValue[]): string {
  const cells = values.map((value) => {
    const text = cellText(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  })
  return `${cells.join(',')}\r\n`
}
