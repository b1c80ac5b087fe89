import { rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { makeTestFolder, startTestPostgres, type TestPostgres } from '@archway/db/testing/template'
import { onShutdown } from './stack/shutdown'
import type { Stack } from './stack/stack'
import { buildWeb } from './stack/web-build'
import { ExplainedError } from './terminal/explained-error'
import { createProgress, type Progress } from './terminal/progress'
import { createTestStack, isolatedEnvironment, runEndToEnd } from './test/e2e-suite'
import { runAtMost } from './test/run-at-most'
import { checkDeadCode, checkLint, checkStructure, checkTypes } from './test/static-suites'
import { formatReports, type SuiteReport, type SuiteResult } from './test/suite'
import { runVitest, type VitestSuite } from './test/vitest-suites'

const STATIC = {
  types: { title: 'Types', run: checkTypes },
  lint: { title: 'Lint and format', run: checkLint },
  structure: { title: 'Structure', run: checkStructure },
  'dead-code': { title: 'Dead code', run: checkDeadCode },
} as const
const STATIC_NAMES = Object.keys(STATIC) as (keyof typeof STATIC)[]
const VITEST_NAMES = ['unit', 'db', 'api'] as const satisfies readonly VitestSuite[]
const ALL = [...STATIC_NAMES, ...VITEST_NAMES, 'e2e'] as const
type SuiteName = (typeof ALL)[number]

function chooseSuites(args: readonly string[]): SuiteName[] {
  const unknown = args.filter((arg) => !ALL.some((name) => name === arg))
  if (unknown.length > 0) {
    throw new ExplainedError(
      `There is no suite "${unknown.join('", "')}". Known: ${ALL.join(', ')}.`,
    )
  }
  return args.length === 0 ? [...ALL] : ALL.filter((name) => args.includes(name))
}

type Note = (text: string) => void

/** Runs one suite as a step; a suite that throws is one failure with its message, and the others go on. */
async function report(
  progress: Progress,
  name: string,
  title: string,
  run: (note: Note) => Promise<SuiteResult>,
): Promise<SuiteReport> {
  const startedAt = performance.now()
  let result: SuiteResult | undefined
  const seconds = () => (performance.now() - startedAt) / 1000
  try {
    await progress.step(title, async (note) => {
      result = await run(note)
      if (result.failed > 0) throw new Error('failed')
      if (result.passed > 1) note(`${result.passed} passed`)
    })
  } catch (error) {
    const message = error instanceof ExplainedError ? error.message : String((error as Error).stack)
    result ??= { passed: 0, failed: 1, output: message }
    progress.line(result.output.trimEnd())
  }
  return { name, ...(result ?? { passed: 0, failed: 1, output: '' }), seconds: seconds() }
}

/**
 * `npm test [-- suite …]`: everything that can be proved about the project, or the named suites.
 * Each run has databases, ports and folders of its own, removes them whatever happens, and can run
 * beside `npm start`. The last line is the sum; the exit code is 1 when anything failed.
 */
export async function main(args: string[]): Promise<number> {
  const chosen = chooseSuites(args)
  const has = (name: SuiteName) => chosen.includes(name)
  const progress = createProgress()
  const folder = makeTestFolder()
  let stack: Stack | undefined
  let postgres: TestPostgres | undefined
  const cleanUp = async () => {
    await Promise.all([stack?.stop(), postgres?.stop()])
    rmSync(folder, { recursive: true, force: true })
  }
  const shutdown = onShutdown(130, async () => {
    progress.line('\n  Stopping …')
    progress.close()
    await cleanUp()
  })

  const reports: SuiteReport[] = []
  try {
    const checks = STATIC_NAMES.filter(has).map(
      (name) => async () =>
        void reports.push(await report(progress, name, STATIC[name].title, STATIC[name].run)),
    )
    // The end-to-end tests need the site built; its errors are theirs to report.
    const build = has('e2e')
      ? [
          () =>
            progress
              .step('Build the site', () => buildWeb(isolatedEnvironment(process.env)))
              .catch(() => {}),
        ]
      : []
    await runAtMost(availableParallelism(), [...build, ...checks])
    const order: readonly string[] = ALL
    reports.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))

    const projects = VITEST_NAMES.filter(has)
    if (has('db') || has('api')) postgres = await startTestPostgres()
    if (projects.length > 0) {
      const templateUrl = postgres?.templateUrl
      reports.push(...(await reportVitest(progress, projects, { folder, templateUrl })))
    }

    if (has('e2e')) {
      reports.push(
        await report(progress, 'e2e', 'End to end', async (note) => {
          stack = await createTestStack(folder)
          return await runEndToEnd(stack, folder, note)
        }),
      )
    }
  } finally {
    // While it is being stopped, suites fail because they are stopped: nothing to report.
    if (shutdown.isUnderWay()) await shutdown.finished()
    await cleanUp()
  }
  progress.line(`\n${formatReports(reports)}`)
  return reports.some(({ failed }) => failed > 0) ? 1 : 0
}

async function reportVitest(
  progress: Progress,
  projects: readonly VitestSuite[],
  options: { folder: string; templateUrl: string | undefined },
): Promise<SuiteReport[]> {
  let results: Awaited<ReturnType<typeof runVitest>> | undefined
  const whole = await report(progress, 'vitest', `Tests (${projects.join(', ')})`, async () => {
    results = await runVitest(projects, options)
    const chosen = projects.map((name) => (results as NonNullable<typeof results>)[name])
    return {
      passed: chosen.reduce((sum, { passed }) => sum + passed, 0),
      failed: chosen.reduce((sum, { failed }) => sum + failed, 0),
      output: chosen.map(({ output }) => output).join(''),
    }
  })
  if (!results) return [whole]
  const found = results
  return projects.map((name) => ({ name, ...found[name], seconds: whole.seconds }))
}
