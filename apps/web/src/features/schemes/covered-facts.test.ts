import { type SchemeDocument, schemeParts } from '@archway/api/schemes/schema/document'
import { expect, test } from 'vitest'
import { coveredFacts } from './covered-facts'

const unknown = Object.fromEntries(schemeParts.map((part) => [part, null]))
const validity = { months: 12, source: 'page' }
const document = {
  schemaVersion: 1,
  code: null,
  status: 'open',
  sources: {},
  ...unknown,
  validity,
} as SchemeDocument

test('a fact gives way to a rule that is known, and stays where the scheme knows nothing', () => {
  expect(coveredFacts(document).has('validity')).toBe(true)
  expect(coveredFacts(document).has('exam_weighting')).toBe(false)
  expect(coveredFacts(document).has('retake')).toBe(false)
})
