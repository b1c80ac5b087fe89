import type { Comparison } from './compare'
import type { Machine } from './machine'
import type { BenchOptions } from './options'
import type { LighthouseResult } from './site/lighthouse'
import type { PageWeight } from './site/page-weight'
import { figure, table, withSpread } from './table'
import { ACKNOWLEDGED_MS, type Convergence } from './works/convergence'

/** One work at one number of clients. */
export type MeasuredWork = Comparison & {
  work: string
  offerings: number
  subjectName: string
  limitName: string
  goal: number | null
}

/** Everything that a run found out; written as JSON. */
export type BenchResult = {
  startedAt: string
  seconds: number
  machine: Machine
  options: BenchOptions
  dataSets: {
    offerings: number
    source: string
    imported: { rows: number; seconds: number } | null
  }[]
  works: MeasuredWork[]
  convergence: (Convergence & { offerings: number })[]
  weights: PageWeight[]
  lighthouse: LighthouseResult[]
  /** Works that could not be measured, and why. */
  failures: { work: string; offerings: number; reason: string }[]
}

const kilobytes = (bytes: number) => `${figure(bytes / 1000)} kB`

function worksTable(works: readonly MeasuredWork[]): string {
  return table(
    [
      'work',
      'offerings',
      'clients',
      'req/s',
      'p50 ms',
      'p95 ms',
      'p99 ms',
      'limit',
      'limit req/s',
      'limit p50',
      'limit p99',
      'ratio (spread)',
      'goal',
    ],
    works.map(({ work, offerings, clients, subject, limit, limitName, ratio, goal }) => [
      work,
      String(offerings),
      String(clients),
      figure(subject.perSecond.median),
      figure(subject.p50Ms.median),
      figure(subject.p95Ms.median),
      figure(subject.p99Ms.median),
      limitName,
      figure(limit.perSecond.median),
      figure(limit.p50Ms.median),
      figure(limit.p99Ms.median),
      withSpread(ratio),
      goal === null ? '–' : `≥ ${goal}`,
    ]),
  )
}

/** How the slowest twentieth grows from the smallest data set to the largest, on the same work. */
export function growthOf(works: readonly MeasuredWork[]): {
  work: string
  clients: number
  from: number
  to: number
  factor: number
  limitFactor: number
}[] {
  return works.flatMap((small) => {
    const larger = works.filter(
      ({ work, clients, offerings }) =>
        work === small.work && clients === small.clients && offerings > small.offerings,
    )
    const large = larger.sort((a, b) => b.offerings - a.offerings)[0]
    const isSmallest = !works.some(
      ({ work, clients, offerings }) =>
        work === small.work && clients === small.clients && offerings < small.offerings,
    )
    if (!large || !isSmallest) return []
    return [
      {
        work: small.work,
        clients: small.clients,
        from: small.offerings,
        to: large.offerings,
        factor: large.subject.p95Ms.median / small.subject.p95Ms.median,
        limitFactor: large.limit.p95Ms.median / small.limit.p95Ms.median,
      },
    ]
  })
}

function growthTable(works: readonly MeasuredWork[]): string {
  return table(
    ['work', 'clients', 'offerings', 'p95 grows by', 'limit grows by'],
    growthOf(works).map(({ work, clients, from, to, factor, limitFactor }) => [
      work,
      String(clients),
      `${from} to ${to}`,
      `× ${figure(factor)}`,
      `× ${figure(limitFactor)}`,
    ]),
  )
}

function convergenceTable(rows: BenchResult['convergence']): string {
  return table(
    [
      'offerings',
      'events/s',
      'events',
      'p50 ms (spread)',
      'p95 ms (spread)',
      'most ms',
      'answered p50 ms',
      'p95 ms',
      'p99 ms',
      `within ${ACKNOWLEDGED_MS} ms`,
      'directly: p50 ms',
      'directly: p95 ms',
      'left',
    ],
    rows.map((row) => [
      String(row.offerings),
      String(row.eventsPerSecond),
      String(row.events),
      withSpread(row.p50Ms),
      withSpread(row.p95Ms),
      figure(row.mostMs),
      withSpread(row.acknowledgedP50Ms),
      withSpread(row.acknowledgedP95Ms),
      withSpread(row.acknowledgedP99Ms),
      `${Math.floor(row.acknowledgedInTime * 1000) / 10} %`,
      withSpread(row.directP50Ms),
      withSpread(row.directP95Ms),
      String(row.left),
    ]),
  )
}

function weightTable(weights: readonly PageWeight[]): string {
  const empty = weights[0]
  return table(
    ['page', 'scripts', 'JavaScript', 'beside the empty app', 'polyfills', 'HTML'],
    weights.map((weight) => [
      weight.name,
      String(weight.scripts),
      kilobytes(weight.scriptBytes),
      empty ? `× ${figure(weight.scriptBytes / empty.scriptBytes)}` : '–',
      kilobytes(weight.polyfillBytes),
      kilobytes(weight.htmlBytes),
    ]),
  )
}

function lighthouseTable(results: readonly LighthouseResult[]): string {
  return table(
    [
      'page',
      'performance',
      'accessibility',
      'best practice',
      'SEO',
      'LCP ms',
      'blocking ms',
      'shift',
      'JavaScript',
      'not passed',
    ],
    results.map((result) => [
      result.name,
      withSpread(result.performance),
      withSpread(result.accessibility),
      withSpread(result.bestPractices),
      withSpread(result.seo),
      withSpread(result.largestPaintMs),
      withSpread(result.blockingMs),
      figure(result.layoutShift.median),
      kilobytes(result.scriptBytes.median),
      result.failed.join(', ') || '–',
    ]),
  )
}

/** A result as text: Markdown that also reads well on a terminal. Sections without rows are left out. */
export function formatResult(result: BenchResult): string {
  const { machine, dataSets } = result
  const sections: [title: string, rows: readonly unknown[], text: () => string][] = [
    ['Throughput beside the limit', result.works, () => worksTable(result.works)],
    ['Growth of the data', growthOf(result.works), () => growthTable(result.works)],
    ['From event to grant', result.convergence, () => convergenceTable(result.convergence)],
    ['JavaScript, gzip', result.weights, () => weightTable(result.weights)],
    ['Lighthouse, phone', result.lighthouse, () => lighthouseTable(result.lighthouse)],
  ]
  const about = [
    `${result.startedAt}, commit ${machine.commit}, seed ${result.options.seed}, ${result.options.rounds} rounds`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryMb} MB, load ${machine.loadBefore} before`,
    `Node ${machine.node}, Next.js ${machine.next}, PostgreSQL ${machine.postgres}, ${machine.system}`,
    ...dataSets.map(({ offerings, source, imported }) => {
      const speed = imported
        ? `, imported in ${figure(imported.seconds)} s (${figure(imported.rows / imported.seconds)} rows/s)`
        : ''
      return `${offerings} offerings: ${source}${speed}`
    }),
  ]
  return [
    about.join('\n'),
    ...sections
      .filter(([, rows]) => rows.length > 0)
      .map(([title, , text]) => `${title}\n\n${text()}`),
    ...result.failures.map(
      ({ work, offerings, reason }) => `Not measured: ${work} (${offerings}): ${reason}`,
    ),
  ].join('\n\n')
}
