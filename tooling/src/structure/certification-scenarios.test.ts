import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

/** A line of the list: its number, and the name that a test has in its title; a dash for what is not built. */
const LINE = /^\| (\d{1,2}) +\| (?:`([^`]+)`|–) +\|/gm

test('every certification scenario that is built has a test that bears its number and name', () => {
  const list = readFileSync(join(ROOT, 'docs', 'certification-scenarios.md'), 'utf8')
  const scenarios = [...list.matchAll(LINE)].map(([, number, name]) => ({ number, name }))
  expect(scenarios.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 78 }, (_, index) => index + 1),
  )
  const titles = ['packages', 'apps', 'e2e']
    .flatMap((folder) => sourceFiles(folder))
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n')
  const untested = scenarios.filter(
    ({ number, name }) => name !== undefined && !titles.includes(`${number} ${name}`),
  )
  expect(untested).toEqual([])
})
