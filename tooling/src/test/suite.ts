/** What one suite found. A suite that could not run at all counts as one failure. */
export type SuiteResult = {
  passed: number
  failed: number
  output: string
  /** files with tests that were left out because this machine lacks what they need */
  skipped?: string[]
}

export type SuiteReport = SuiteResult & { name: string; seconds: number }

/** One line per suite, what was left out and, alone on the last line, the sum: `12 passed, 0 failed`. */
export function formatReports(reports: readonly SuiteReport[]): string {
  const width = Math.max(5, ...reports.map(({ name }) => name.length))
  const line = (name: string, passed: string, failed: string, time: string) =>
    `  ${name.padEnd(width)}  ${passed.padStart(7)}  ${failed.padStart(7)}  ${time.padStart(8)}`
  const sum = (key: 'passed' | 'failed') =>
    reports.reduce((total, report) => total + report[key], 0)
  return [
    line('suite', 'passed', 'failed', 'time'),
    ...reports.map(({ name, passed, failed, seconds }) =>
      line(name, String(passed), String(failed), `${seconds.toFixed(1)} s`),
    ),
    ...reports.flatMap(({ skipped = [] }) => skipped.map((file) => `  NOT RUN: tests of ${file}`)),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n')
}
