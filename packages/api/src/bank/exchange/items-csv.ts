import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { neutraliseFormula, restoreFormula } from '../../catalog/import/rules/formula'
import { findItemProblems } from '../rules/item-problems'
import { type BankItem, bankItem, type ReadItem } from './bank-item'

/** The columns: what people read and search as text, the rest of an item as JSON. */
const columns = [
  'code',
  'objective',
  'level',
  'kind',
  'stem',
  'content',
  'key',
  'rationale',
  'references',
] as const

const MAX_CHARACTERS = 20_000_000

/** Items as CSV. What a spreadsheet would run gets an apostrophe, which reading takes away again. */
export function writeItemsCsv(items: readonly BankItem[]): string {
  const rows = items.map(({ code, objective, level, item, key, rationale, references }) => {
    const { stem, ...content } = item.content
    const texts = [content, key, rationale, references].map((part) => JSON.stringify(part))
    return [code ?? '', objective, level, item.kind, stem, ...texts].map(neutraliseFormula)
  })
  return stringify(rows, { header: true, columns: [...columns], record_delimiter: 'windows' })
}

const row = z.object(
  Object.fromEntries(columns.map((name) => [name, z.string()])) as Record<
    (typeof columns)[number],
    z.ZodString
  >,
)

function itemOf(given: z.infer<typeof row>): unknown {
  const json = (text: string): unknown => JSON.parse(text)
  return {
    code: given.code === '' ? null : given.code,
    objective: given.objective,
    level: given.level,
    item: {
      kind: given.kind,
      content: {
        stem: given.stem,
        ...z.record(z.string(), z.unknown()).parse(json(given.content)),
      },
    },
    key: json(given.key),
    rationale: json(given.rationale),
    references: json(given.references),
  }
}

/** Reads items out of CSV, row by row: a bad row is refused with why, the others are read. */
export function readItemsCsv(fileName: string, text: string): ReadItem[] {
  if (text.length > MAX_CHARACTERS) return [refusal(fileName, 'the file is too large')]
  let records: Record<string, string>[]
  try {
    records = parse(text, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      max_record_size: 500_000,
    })
  } catch (error) {
    return [refusal(fileName, (error as Error).message)]
  }
  return records.map((record, index) => readRow(`${fileName}, ${index + 2}`, record))
}

const refusal = (place: string, problem: string): ReadItem => ({
  ok: false,
  place,
  title: place,
  losses: [],
  problem,
})

function readRow(place: string, record: Record<string, string>): ReadItem {
  const losses = Object.keys(record)
    .filter((name) => !(columns as readonly string[]).includes(name))
    .map((field) => ({ field, kind: 'lost' as const }))
  const restored = Object.fromEntries(
    Object.entries(record).map(([name, cell]) => [name, restoreFormula(cell)]),
  )
  const title = restored.code || place
  try {
    const item = bankItem.parse(itemOf(row.parse(restored)))
    const [problem] = findItemProblems(item.item, item.key, item.rationale)
    if (problem) return { ok: false, place, title, losses, problem: problem.problem }
    return { ok: true, place, title, losses, item }
  } catch (error) {
    if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error
    const problem = error instanceof z.ZodError ? z.prettifyError(error) : error.message
    return { ok: false, place, title, losses, problem }
  }
}
