import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../paths'
import { isolatedEnvironment } from './e2e-suite'
import { runAtMost } from './run-at-most'
import { formatReports } from './suite'
import { countTests } from './vitest-suites'

test('the last line is the sum alone, and what was left out stands above it', () => {
  const skipped = ['some.test.ts']
  const lines = formatReports([
    { name: 'types', passed: 1, failed: 0, seconds: 1.23, output: '' },
    { name: 'unit', passed: 40, failed: 2, seconds: 10, output: '', skipped },
  ]).split('\n')
  expect(lines.at(-1)).toBe('41 passed, 2 failed')
  expect(lines.at(-2)).toBe('')
  expect(lines.at(-3)).toBe('  NOT RUN: tests of some.test.ts')
  expect(lines[1]).toMatch(/^ {2}types +1 +0 +1\.2 s$/)
})

const file = (path: string, status: string, ...tests: string[]) => ({
  name: join(ROOT, path),
  status,
  assertionResults: tests.map((testStatus) => ({ status: testStatus })),
})

test('tests are counted by suite, and a file that did not load is a failure', () => {
  const counts = countTests({
    testResults: [
      file('packages/api/src/orders/rules.test.ts', 'failed', 'passed', 'failed', 'skipped'),
      file('packages/api/src/orders/commands.db.test.ts', 'passed', 'passed', 'passed'),
      file('packages/db/src/migrate.db.test.ts', 'failed'),
    ],
  })
  expect(counts).toEqual({
    unit: { passed: 1, failed: 1, skipped: ['packages/api/src/orders/rules.test.ts'] },
    api: { passed: 2, failed: 0, skipped: [] },
    db: { passed: 0, failed: 1, skipped: [] },
  })
})

test('the end-to-end tests see no real service of the person who runs them', () => {
  const environment = { PATH: '/bin', DATABASE_URL: 'x', STRIPE_SECRET_KEY: 'x', SMTP_URL: 'x' }
  expect(isolatedEnvironment(environment)).toEqual({ PATH: '/bin' })
})

test('no more jobs at a time than allowed, all of them done, an error passed on', async () => {
  let running = 0
  let most = 0
  let done = 0
  const job = async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setTimeout(resolve, 5))
    running -= 1
    done += 1
  }
  await runAtMost(2, [job, job, job, job, job])
  expect([most, done]).toEqual([2, 5])
  await expect(runAtMost(2, [job, () => Promise.reject(new Error('no'))])).rejects.toThrow('no')
})
