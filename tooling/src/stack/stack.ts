import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@archway/db/embedded-postgres/server'
import type { Progress } from '../terminal/progress'
import { prepareDatabase } from './database'
import {
  checkEnvironment,
  findLocalParts,
  type LocalParts,
  serviceEnvironment,
} from './environment'
import { loadLocalSecrets } from './secrets'
import { type Service, startService } from './service'
import {
  type ServiceContext,
  startLocalStripe,
  startMailInbox,
  startWeb,
  startWorker,
} from './services'
import { checkPorts, type Environment, type Ports } from './settings'
import { buildWeb, copyBuild, removeBuildCopy } from './web-build'

export type StackOptions = {
  /** The person's settings; what is set here is not run locally. */
  environment: Environment
  ports: Ports
  /** Database, files, mails, logs and secrets of this stack. */
  dataDir: string
  /** Hot reload instead of a build. */
  isDevelopment: boolean
  /** Name of the folder in apps/web that this stack's site is served from. */
  buildCopy: string
  /** Whether PostgreSQL and the local Stripe wait for the disk and can go on after a restart. */
  durability: 'safe' | 'throw-away'
  /** Load the demo catalogue when the database does not have it. */
  wantsDemo: boolean
  progress: Progress
  onProcess?: (name: string, pid: number) => void
  onLine?: (service: string, line: string) => void
}

export type RunningStack = {
  local: LocalParts
  isDemo: boolean
  appUrl: string
  databaseUrl: string
  stripeUrl: string | null
  mailUrl: string | null
}

export type Stack = {
  /** Starts everything in order. Throws, in words, when a part does not come up; then call `stop`. */
  start: () => Promise<RunningStack>
  /** Settles when a part that should run has ended by itself. */
  failed: Promise<{ name: string; reason: string; lastLines: string }>
  /** Ends the site or the worker as a crash would (kill -9) and starts it again. After `start` only. */
  crash: (name: 'web' | 'worker') => Promise<void>
  /** Ends everything, the database last. Safe at any time and to repeat. */
  stop: () => Promise<void>
}

/** One whole Archway on this machine, for `npm start`, `npm run dev`, the end-to-end tests and the benchmark. */
export function createStack(options: StackOptions): Stack {
  const { ports, progress, dataDir } = options
  const local = findLocalParts(options.environment)
  const logs = join(dataDir, 'logs')
  const services: Service[] = []
  let startingPostgres: Promise<EmbeddedPostgres> | undefined
  let isStopping = false
  let context: ServiceContext | undefined
  const crashed = new Set<Service>()
  let stopped: Promise<void> | undefined
  let reportFailure: (failure: Awaited<Stack['failed']>) => void
  const failed = new Promise<Awaited<Stack['failed']>>((done) => {
    reportFailure = done
  })

  const startOne: ServiceContext['start'] = (serviceOptions) => {
    if (isStopping) throw new Error('The stack is being stopped.')
    const { name } = serviceOptions
    const service = startService({
      ...serviceOptions,
      logPath: join(logs, `${name}.log`),
      onLine: (line) => options.onLine?.(name, line),
    })
    services.push(service)
    if (service.child.pid !== undefined) options.onProcess?.(name, service.child.pid)
    void service.exited.then((reason) => {
      if (isStopping || crashed.has(service)) return
      reportFailure({ name, reason, lastLines: service.lastLines() })
    })
    return service
  }

  const startDatabase = async (): Promise<string> => {
    if (!local.postgres) return ''
    return await progress.step('Start PostgreSQL', async (note) => {
      startingPostgres = startEmbeddedPostgres({
        dataDir: join(dataDir, 'postgres'),
        port: ports.postgres,
        logPath: join(logs, 'postgres.log'),
        durability: options.durability,
        onSpawn: (child) => {
          if (child.pid !== undefined) options.onProcess?.('postgres', child.pid)
          child.once('exit', (code, signal) => {
            if (isStopping) return
            const reason = signal ? `signal ${signal}` : `exit code ${code}`
            reportFailure({ name: 'postgres', reason, lastLines: '' })
          })
        },
      })
      const postgres = await startingPostgres
      if (postgres.created) note('new cluster')
      return postgres.databaseUrl
    })
  }

  const start = async (): Promise<RunningStack> => {
    const secrets = loadLocalSecrets(dataDir)
    const environmentWith = (localDatabaseUrl: string) =>
      serviceEnvironment({ ...options, secrets, localDatabaseUrl })
    checkEnvironment(environmentWith('postgresql://127.0.0.1/checked-before-it-runs'))
    await checkPorts(ports, neededPorts(local))
    mkdirSync(join(dataDir, 'mails'), { recursive: true })

    const build = options.isDevelopment
      ? Promise.resolve()
      : progress.step('Build the site', async (note) => {
          if (!(await buildWeb(options.environment))) note('unchanged')
          await copyBuild(options.buildCopy)
        })
    const database = (async () => {
      const env = checkEnvironment(environmentWith(await startDatabase()))
      return { env, isDemo: await prepareDatabase(env, options.wantsDemo, progress) }
    })()
    // The first error is told at once; the other one would come too late to say anything.
    for (const part of [build, database]) part.catch(() => {})
    const [{ env, isDemo }] = await Promise.all([database, build])

    const ready: ServiceContext = {
      ...options,
      environment: environmentWith(env.databaseUrl),
      start: startOne,
    }
    context = ready
    await Promise.all([
      local.stripe && progress.step('Start the local Stripe', () => startLocalStripe(ready)),
      local.mail && progress.step('Start the mail inbox', () => startMailInbox(ready)),
      progress.step('Start the jobs', async () => startWorker(ready)),
      progress.step('Start the site', () => startWeb(ready)),
    ])
    return {
      local,
      isDemo,
      appUrl: env.appUrl,
      databaseUrl: env.databaseUrl,
      stripeUrl: local.stripe ? `http://127.0.0.1:${ports.stripe}` : null,
      mailUrl: local.mail ? `http://127.0.0.1:${ports.mailWeb}` : null,
    }
  }

  const crash = async (name: 'web' | 'worker') => {
    const service = services.findLast((candidate) => candidate.name === name)
    if (!service || !context) throw new Error(`${name} does not run.`)
    crashed.add(service)
    await service.kill()
    if (isStopping) return
    if (name === 'web') await startWeb(context)
    else startWorker(context)
  }

  const stopAll = async () => {
    isStopping = true
    await Promise.all(services.map((service) => service.stop()))
    const postgres = await startingPostgres?.catch(() => undefined)
    await postgres?.stop()
    if (!options.isDevelopment) await removeBuildCopy(options.buildCopy)
  }

  return {
    start,
    failed,
    crash,
    stop: () => {
      stopped ??= stopAll()
      return stopped
    },
  }
}

function neededPorts(local: LocalParts): (keyof Ports)[] {
  return [
    'web',
    ...(local.postgres ? (['postgres'] as const) : []),
    ...(local.stripe ? (['stripe'] as const) : []),
    ...(local.mail ? (['mailWeb', 'mailSmtp'] as const) : []),
  ]
}
