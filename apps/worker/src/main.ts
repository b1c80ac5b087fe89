import { createMailer } from '@archway/api/notifications/mailer'
import { createDeps } from '@archway/api/runtime'
import { run } from 'graphile-worker'
import pino from 'pino'
import { readEnv } from './env'
import { createExpireTags } from './expire-tags'
import { createTasks, crontab } from './tasks'

const env = readEnv()
const logger = pino({ level: env.logLevel })
const deps = createDeps({
  databaseUrl: env.databaseUrl,
  poolSize: env.databasePoolSize,
  appUrl: env.appUrl,
  logLevel: env.logLevel,
  stripe: env.stripe,
  storage: env.storage,
  credentialKeysSecrets: env.credentialKeysSecrets,
  examKeysSecrets: env.examKeysSecrets,
  taxCheckUrl: env.taxCheckUrl,
  isStripeTaxOn: env.isStripeTaxOn,
  expireTags: createExpireTags({ appUrl: env.appUrl, authSecret: env.authSecret, logger }),
})
const mailer = createMailer(env.mail)

/** Jobs at once. Most of a job is waiting, for Stripe above all, and that holds no connection to the database. */
const concurrency = 16

const runner = await run({
  connectionString: env.databaseUrl,
  concurrency,
  pollInterval: 1000,
  noHandleSignals: true,
  crontab,
  taskList: createTasks(deps, mailer),
})
logger.info('worker started')

let isStopping = false
/** Lets running jobs finish, then closes what is open. */
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  await runner.stop()
  mailer.close()
  await deps.db.$disconnect()
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
await runner.promise
