import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

/** The numbers at the beginning of a title, also of one of a list: `'9 all webhooks lost …'`. */
const NUMBERED_TITLE = /[(,[]\s*['"`](\d{1,2}(?:, \d{1,2})*) \S/g

const numbersIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].flatMap(([, numbers = '']) => numbers.split(', ').map(Number))

test('every payment scenario has a test that bears its number', () => {
  const scenarios = numbersIn(
    readFileSync(join(ROOT, 'docs', 'payment-scenarios.md'), 'utf8'),
    /^\| (\d{1,2}) +\|/gm,
  )
  expect(scenarios).toEqual(Array.from({ length: 85 }, (_, index) => index + 1))
  const tested = new Set(
    sourceFiles('packages/api/src')
      .filter((path) => path.endsWith('.db.test.ts'))
      .flatMap((path) => numbersIn(readFileSync(join(ROOT, path), 'utf8'), NUMBERED_TITLE)),
  )
  expect(scenarios.filter((scenario) => !tested.has(scenario))).toEqual([])
})
