import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BENCH_DIR } from './bench/bench-dir'
import { startCluster } from './bench/data/cluster'
import { type DataSet, prepareDataSet } from './bench/data/data-set'
import { describeMachine } from './bench/machine'
import { measureSite, WORK_NAMES } from './bench/measure-site'
import { type BenchOptions, isWanted, readOptions } from './bench/options'
import { type BenchResult, formatResult } from './bench/report'
import { type RunningSite, startSite } from './bench/site/running-site'
import { ROOT } from './paths'
import { acquireLock } from './stack/lock'
import { onShutdown } from './stack/shutdown'
import { ExplainedError } from './terminal/explained-error'
import { createProgress, type Progress } from './terminal/progress'

const RESULTS_DIR = join(ROOT, 'bench', 'results')

/**
 * `npm run bench [-- name … --quick]`: measures the product beside the least that the same work could
 * cost on this machine, in turns, and prints tables and the path of a JSON file with everything. It
 * runs on its own database, ports and copy of the build, and ends all it started.
 */
export async function main(args: string[]): Promise<number> {
  const options = readOptions(args)
  // Parts of the product run in this process too, and are to run as they do in the site and the worker.
  process.env.NODE_ENV = 'production'
  if (!WORK_NAMES.some((name) => isWanted(name, options))) {
    throw new ExplainedError(
      `Nothing begins with "${options.filters.join('", "')}". There are:\n  ${WORK_NAMES.join('\n  ')}`,
    )
  }
  const lock = await acquireLock(join(BENCH_DIR, 'bench.lock'), 'npm run bench', BENCH_DIR)
  const progress = createProgress()
  const running: { stop: () => Promise<void> }[] = []
  const cleanUp = async () => {
    for (const part of running.splice(0).reverse()) await part.stop()
    lock.release()
  }
  let result: BenchResult | null = null
  const shutdown = onShutdown(130, async () => {
    progress.line('\n  Stopping …')
    // Taken now: works that are stopped half-way note a failure, which is none.
    const measured = result && structuredClone(result)
    await cleanUp()
    if (measured && measured.works.length > 0) {
      progress.line(`\nWhat was measured until it was stopped\n\n${report(measured)}`)
    }
    progress.close()
  })
  try {
    const whole = await measure(options, progress, running, (begun) => {
      result = begun
    })
    progress.line(`\n${report(whole)}`)
    return whole.failures.length > 0 ? 1 : 0
  } finally {
    // While it is being stopped, works fail because they are stopped: nothing to report.
    if (shutdown.isUnderWay()) await shutdown.finished()
    await cleanUp()
  }
}

/** Writes a result as JSON. Returns it as text, with the path of the file at its end. */
function report(result: BenchResult): string {
  mkdirSync(RESULTS_DIR, { recursive: true })
  const path = join(RESULTS_DIR, `${result.startedAt.replaceAll(/[:.]/g, '-')}.json`)
  writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`)
  return `${formatResult(result)}\n\n${path}`
}

/** Measures everything that was asked for. The result is handed over when it begins, and grows. */
async function measure(
  options: BenchOptions,
  progress: Progress,
  running: { stop: () => Promise<void> }[],
  onBegin: (result: BenchResult) => void,
): Promise<BenchResult> {
  const startedAt = performance.now()
  const cluster = await startCluster()
  running.push(cluster)
  const result: BenchResult = {
    startedAt: new Date().toISOString(),
    seconds: 0,
    machine: await describeMachine(cluster.databaseUrl),
    options,
    dataSets: [],
    works: [],
    convergence: [],
    weights: [],
    lighthouse: [],
    failures: [],
  }
  onBegin(result)
  for (const offerings of options.offerings) {
    const dataSet = await progress.step(`Load ${offerings} offerings`, async (note) => {
      const prepared = await prepareDataSet(cluster.databaseUrl, {
        offerings,
        seed: options.seed,
        note,
      })
      if (prepared.imported === null) note('kept from an earlier run')
      return prepared
    })
    result.dataSets.push({ offerings, source: dataSet.source, imported: dataSet.imported })
    const site = await startOne(dataSet, cluster.databaseUrl, progress)
    running.push(site)
    const isLargest = offerings === options.offerings.at(-1)
    await measureSite({ site, options, progress, isLargest, result })
    running.splice(running.indexOf(site), 1)
    await site.stop()
  }
  result.seconds = Math.round((performance.now() - startedAt) / 1000)
  return result
}

const startOne = (dataSet: DataSet, clusterUrl: string, progress: Progress): Promise<RunningSite> =>
  progress.step('Build and start the site', () => startSite(dataSet, clusterUrl))
