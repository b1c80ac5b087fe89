import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { ROOT } from '../paths'
import { installedProgram, runCommand } from './run-command'
import type { SuiteResult } from './suite'

/**
 * A copy of the official schema of Open Badges 3.0 beside the project, which its licence keeps out of it. The
 * variable OPEN_BADGES_SCHEMA names another one.
 */
const OFFICIAL_SCHEMA = join(
  ROOT,
  '../shared/data/openbadges/ob_v3p0_achievementcredential_schema.json',
)

/** A variable of this process, when it is set. */
const pick = (name: string) => {
  const value = process.env[name]
  return value === undefined ? {} : { [name]: value }
}

const VITEST_SUITES = ['unit', 'db', 'api'] as const
export type VitestSuite = (typeof VITEST_SUITES)[number]

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

/** The project of vitest.config.ts that a test file belongs to. */
function suiteOf(path: string): VitestSuite {
  const file = relative(ROOT, path)
  if (!/\.db\.test\.ts$/.test(file)) return 'unit'
  return file.startsWith('packages/db/') ? 'db' : 'api'
}

/**
 * Counts the tests of a Vitest report by suite. A file that failed without a failed test (it did
 * not load, a hook threw) counts as one failure.
 */
export function countTests(report: unknown): Record<VitestSuite, Omit<SuiteResult, 'output'>> {
  const counts = {
    unit: { passed: 0, failed: 0, skipped: [] as string[] },
    db: { passed: 0, failed: 0, skipped: [] as string[] },
    api: { passed: 0, failed: 0, skipped: [] as string[] },
  }
  for (const file of reportSchema.parse(report).testResults) {
    const count = counts[suiteOf(file.name)]
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length
    count.passed += file.assertionResults.filter(({ status }) => status === 'passed').length
    count.failed += failed === 0 && file.status === 'failed' ? 1 : failed
    if (file.assertionResults.some(({ status }) => status === 'skipped')) {
      count.skipped.push(relative(ROOT, file.name))
    }
  }
  return counts
}

/** Runs the wanted Vitest projects together, the database tests on copies of the database at `templateUrl`. */
export async function runVitest(
  names: readonly VitestSuite[],
  { folder, templateUrl }: { folder: string; templateUrl: string | undefined },
): Promise<Record<VitestSuite, SuiteResult>> {
  const reportPath = join(folder, 'vitest.json')
  const { code, output } = await runCommand(
    [
      installedProgram('vitest'),
      'run',
      ...names.map((name) => `--project=${name}`),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${reportPath}`,
    ],
    {
      env: {
        NO_COLOR: '1',
        ...(templateUrl ? { TEST_TEMPLATE_URL: templateUrl } : {}),
        ...(existsSync(OFFICIAL_SCHEMA) ? { OPEN_BADGES_SCHEMA: OFFICIAL_SCHEMA } : {}),
        ...pick('OPEN_BADGES_SCHEMA'),
      },
    },
  )
  let counts: ReturnType<typeof countTests>
  try {
    counts = countTests(JSON.parse(readFileSync(reportPath, 'utf8')))
  } catch {
    // No report: Vitest itself did not get far enough.
    counts = countTests({ testResults: [] })
  }
  const hasFailed = VITEST_SUITES.some((name) => counts[name].failed > 0)
  const first = names[0] ?? 'unit'
  if (code !== 0 && !hasFailed) counts[first].failed += 1
  const result = (name: VitestSuite): SuiteResult => ({
    ...counts[name],
    output: code !== 0 && name === first ? output : '',
  })
  return { unit: result('unit'), db: result('db'), api: result('api') }
}
