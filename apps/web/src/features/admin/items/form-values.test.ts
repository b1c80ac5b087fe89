import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedItem } from '@archway/api/bank/schema/seed-item'
import { writtenVersion } from '@archway/api/bank/schema/writing'
import { expect, test } from 'vitest'
import { emptyItem, freeId, valuesOf } from './form-values'
import { writtenOf } from './written-of'

const folder = fileURLToPath(new URL('../../../../../../packages/db/seed/items', import.meta.url))
const items = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => {
    const file: { objective: string; items: Record<string, unknown>[] } = JSON.parse(
      readFileSync(join(folder, name), 'utf8'),
    )
    return file.items.map((item) => {
      const { level, references, code } = item
      const version = { ...seedItem(item), objective: file.objective, level, references }
      return [String(code), writtenVersion.parse(version)] as const
    })
  })

/** The order of the options of an order question is that of their ids once it went through the form. */
const sorted = (version: (typeof items)[number][1]) =>
  JSON.parse(JSON.stringify(version), (_, value) =>
    value?.kind === 'order' && value.content
      ? {
          ...value,
          content: {
            ...value.content,
            options: value.content.options.toSorted((a: { id: string }, b: { id: string }) =>
              a.id.localeCompare(b.id, 'en'),
            ),
          },
        }
      : value,
  )

test.each(items)('%s is saved as it was when nothing was typed', (_, version) => {
  const saved = writtenVersion.parse(writtenOf(valuesOf(version, version)))
  expect(sorted(saved)).toEqual(sorted(version))
})

test('an empty form is refused, and a new row gets an id that no other has', () => {
  expect(writtenVersion.safeParse(writtenOf(emptyItem('1.1'))).success).toBe(false)
  expect(freeId([{ id: 'a' }, { id: 'c' }])).toBe('b')
})
