import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { quoteProblems } from '@archway/api/orders/schema/quote'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

const REFUSALS = [
  /\b(?:conflict|denied|forbidden|invalid)\(\s*'([\w-]+)'/g,
  /new DomainError\(\s*'\w+',\s*'([\w-]+)'/g,
]

const readMessages = (name: string) =>
  JSON.parse(readFileSync(join(ROOT, 'apps', 'web', 'messages', 'en', `${name}.json`), 'utf8'))

/** Where the site looks for the sentence of a refusal: everywhere, and in the editors of the dashboard. */
const sentences = { ...readMessages('errors'), ...readMessages('admin-catalog').refusals }

const reasons = new Set([
  ...quoteProblems,
  ...sourceFiles('packages/api/src')
    .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|\/testing\//.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return REFUSALS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name))
    }),
])

test('every reason for which something is refused has a sentence that people read', () => {
  expect(reasons.size).toBeGreaterThan(80)
  expect([...reasons].filter((reason) => typeof sentences[reason] !== 'string')).toEqual([])
})
