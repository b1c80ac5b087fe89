import { join } from 'node:path'
import { DATA_DIR } from '../paths'
import { ExplainedError } from '../terminal/explained-error'
import { createProgress, paint } from '../terminal/progress'
import { findLocalParts } from './environment'
import { acquireLock } from './lock'
import { loadEnvironment, readPorts } from './settings'
import { onShutdown } from './shutdown'
import { createStack } from './stack'
import { summarise } from './summary'

const SERVICE_COLOURS = { web: 'cyan', worker: 'magenta', stripe: 'blue', mail: 'yellow' } as const

function showLine(service: string, line: string): void {
  const colour = SERVICE_COLOURS[service as keyof typeof SERVICE_COLOURS] ?? 'dim'
  process.stdout.write(`${paint(colour, `${service.padEnd(6)} │`)} ${line}\n`)
}

/**
 * `npm start` and `npm run dev`: runs everything on this machine until it is told to stop, and ends
 * every process that it started. Answers the exit code.
 */
export async function runStack(args: string[], mode: 'start' | 'dev'): Promise<number> {
  const command = mode === 'dev' ? 'npm run dev' : 'npm start'
  const unknown = args.find((arg) => arg !== '--demo' && arg !== '--no-demo')
  if (unknown !== undefined) {
    throw new ExplainedError(
      `"${unknown}" is not known. ${command} takes --demo (load the demo catalogue into a database of your own) and --no-demo (leave it out).`,
    )
  }
  const startedAt = performance.now()
  const environment = loadEnvironment()
  const ports = readPorts(environment)
  const isLocal = findLocalParts(environment).postgres
  const lock = await acquireLock(
    join(DATA_DIR, 'start.lock'),
    command,
    environment.APP_URL ?? `http://localhost:${ports.web}`,
  )
  const progress = createProgress()
  const stack = createStack({
    environment,
    ports,
    dataDir: DATA_DIR,
    isDevelopment: mode === 'dev',
    buildCopy: '.next-start',
    durability: 'safe',
    // A database of somebody's own gets accounts with a known password only when it is asked for.
    wantsDemo: !args.includes('--no-demo') && (isLocal || args.includes('--demo')),
    progress,
    onProcess: lock.addService,
    onLine: mode === 'dev' ? showLine : undefined,
  })
  const shutdown = onShutdown(0, async (reason) => {
    progress.line(`\n  Stopping${reason} …`)
    progress.close()
    await stack.stop()
    lock.release()
  })
  try {
    const running = await stack.start()
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    progress.line(summarise(running))
    progress.line(`\n  Ready in ${seconds} s. Logs are in .data/logs. Ctrl-C stops everything.\n`)
    const failure = await stack.failed
    throw new ExplainedError(
      `${failure.lastLines}\n\nThe part "${failure.name}" has ended by itself (${failure.reason}). Its log is .data/logs/${failure.name}.log`,
    )
  } catch (error) {
    // While it is being stopped, parts fail because they are stopped: nothing to report.
    if (shutdown.isUnderWay()) await shutdown.finished()
    progress.close()
    await stack.stop()
    lock.release()
    throw error
  }
}
