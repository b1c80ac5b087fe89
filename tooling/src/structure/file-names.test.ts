import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { sourceFiles } from './source-files'

const files = sourceFiles('apps', 'packages', 'tooling', 'e2e').filter((path) =>
  /\.(ts|tsx|mjs|cjs)$/.test(path),
)
const LONGEST = 300

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(100)
})

test('names are kebab-case', () => {
  const odd = files.filter((path) => !/^[a-z0-9.]+(-[a-z0-9.]+)*$/.test(basename(path)))
  expect(odd).toEqual([])
})

test('no drawers for odds and ends, and no barrels', () => {
  const odd = files.filter((path) =>
    /^(utils?|helpers?|misc|common|index)\.[a-z]+$/.test(basename(path)),
  )
  expect(odd).toEqual([])
})

test(`no source file is longer than ${LONGEST} lines`, () => {
  const long = files
    .filter((path) => !/\.test\.tsx?$/.test(path))
    .filter((path) => readFileSync(join(ROOT, path), 'utf8').split('\n').length > LONGEST)
  expect(long).toEqual([])
})
