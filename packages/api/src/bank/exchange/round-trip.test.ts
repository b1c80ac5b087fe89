import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seedItem } from '../schema/seed-item'
import { type BankItem, bankItem } from './bank-item'
import { readItemsCsv, writeItemsCsv } from './items-csv'
import { qtiVersions } from './qti-names'
import { readQti } from './read-qti'
import { writeQti } from './write-qti'

const folder = fileURLToPath(new URL('../../../../db/seed/items', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.json'),
)

/** Every item of the demo's banks, as it would leave the bank. */
const bank: BankItem[] = files.flatMap((name) => {
  const file: { objective: string; items: Record<string, unknown>[] } = JSON.parse(
    readFileSync(join(folder, name), 'utf8'),
  )
  return file.items.map((item) =>
    bankItem.parse({
      ...seedItem(item),
      code: item.code,
      level: item.level,
      references: item.references,
      objective: file.objective,
    }),
  )
})
const defaults = { objective: '1.1', level: 'apply' as const }

test('there is a bank with every kind to go round with', () => {
  expect(bank.length).toBeGreaterThan(120)
  expect(new Set(bank.map(({ item }) => item.kind)).size).toBe(8)
})

describe.each(qtiVersions)('QTI %s', (version) => {
  test.each(bank.map((item) => [item.code, item] as const))(
    '%s comes back to the letter',
    (_, item) => {
      const { xml, losses } = writeQti(item, version)
      const read = readQti('file', xml, defaults)
      expect(read).toMatchObject({ ok: true, losses: [] })
      expect(read.ok && read.item).toEqual(item)
      expect(losses.map(({ field }) => field)).toContain('enemies')
    },
  )

  test('texts of any characters come back', () => {
    const [sample] = bank.filter(({ item }) => item.kind === 'single')
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((raw) => raw.replace(/[\p{Cc}\ufffe\uffff]/gu, '').trim())
      .filter((raw) => raw !== '')
    fc.assert(
      fc.property(text, text, (stem, option) => {
        if (sample?.item.kind !== 'single') return
        const options = sample.item.content.options.map((one, index) =>
          index === 0 ? { ...one, text: option } : one,
        )
        if (options.slice(1).some((one) => one.text.trim() === option)) return
        const item: BankItem = { ...sample, item: { kind: 'single', content: { stem, options } } }
        const read = readQti('file', writeQti(item, version).xml, defaults)
        expect(read.ok && read.item).toEqual(item)
      }),
      { numRuns: 40 },
    )
  })
})

test('CSV comes back to the letter, formulas of spreadsheets included', () => {
  const hostile = bank.map((item, index) =>
    index === 0 && item.item.kind === 'single'
      ? {
          ...item,
          item: {
            ...item.item,
            content: { ...item.item.content, stem: '=HYPERLINK("https://evil.example")' },
          },
        }
      : item,
  )
  const csv = writeItemsCsv(hostile)
  expect(csv).not.toMatch(/(^|,)"?=HYPERLINK/m)
  const read = readItemsCsv('items.csv', csv)
  expect(read.map((row) => row.ok && row.item)).toEqual(hostile)
  expect(read.flatMap(({ losses }) => losses)).toEqual([])
})

test('a bad row of CSV is refused with why, and the others are read', () => {
  const [first, second] = bank
  if (!first || !second) return expect.unreachable()
  const csv = writeItemsCsv([first, second]).replace('apply', 'invent').replace('analyse', 'invent')
  const read = readItemsCsv('items.csv', csv)
  expect(read).toHaveLength(2)
  const refused = read.filter(({ ok }) => !ok)
  expect(refused.length).toBeGreaterThan(0)
  for (const row of refused) expect(!row.ok && row.problem).toContain('level')
  const extra = readItemsCsv('items.csv', 'code,colour\nX-1,blue\n')
  expect(extra[0]).toMatchObject({ ok: false, losses: [{ field: 'colour', kind: 'lost' }] })
})
