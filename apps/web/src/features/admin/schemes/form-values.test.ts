import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { schemeDocument, schemeParts } from '@archway/api/schemes/schema/document'
import { describe, expect, test } from 'vitest'
import { partSpecs } from './field-specs'
import { blankGroup, documentOf, valuesOf } from './form-values'

const folder = join(import.meta.dirname, '../../../../../../packages/db/seed/schemes')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('the form of a scheme', () => {
  test.each(files)('%s comes back as it was', (name) => {
    const document = schemeDocument.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    expect(schemeDocument.parse(documentOf(valuesOf(document)))).toEqual(document)
  })

  test('asks for every field of the format', () => {
    for (const part of schemeParts) {
      const value = { ...blankGroup(partSpecs[part]), source: 's' }
      const asked = documentOf({ ...valuesOf(null), [part]: value })[part]
      const unknown = schemeDocument.shape[part].safeParse(asked).error?.issues ?? []
      const missing = unknown.filter(
        ({ code, path }) => code === 'unrecognized_keys' || !(String(path[0]) in (asked as object)),
      )
      expect(missing, part).toEqual([])
    }
  })

  test('keeps what cannot be read for the format to refuse', () => {
    const values = valuesOf(null)
    const typed = documentOf({
      ...values,
      exam: { ...blankGroup(partSpecs.exam), minutes: 'ninety', source: 's' },
    })
    expect(schemeDocument.shape.exam.safeParse(typed.exam).error?.issues[0]?.path).toEqual([
      'minutes',
    ])
  })
})
