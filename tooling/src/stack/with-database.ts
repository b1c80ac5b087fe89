import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DATABASE_USER, readPassword } from '@archway/db/embedded-postgres/initialise'
import { findRunningPostmaster } from '@archway/db/embedded-postgres/postmaster'
import { startEmbeddedPostgres } from '@archway/db/embedded-postgres/server'
import { migrate } from '@archway/db/migrate'
import { DATA_DIR } from '../paths'
import { ExplainedError } from '../terminal/explained-error'
import { acquireLock } from './lock'
import { loadEnvironment, readPorts } from './settings'

/**
 * Hands the address of the database to `work`: the configured one, else the local one, which is used
 * as it runs or is started for the time of the work. It is brought to the newest schema first.
 */
export async function withDatabase<T>(
  command: string,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  const environment = loadEnvironment()
  if (environment.DATABASE_URL !== undefined) return await migrated(environment.DATABASE_URL, work)
  const folder = join(DATA_DIR, 'postgres')
  const running = existsSync(folder) ? findRunningPostmaster(folder) : null
  if (running !== null) {
    if (!running.isReady)
      throw new ExplainedError('PostgreSQL is just starting. Try again in a moment.')
    const password = encodeURIComponent(readPassword(folder))
    return await work(`postgresql://${DATABASE_USER}:${password}@127.0.0.1:${running.port}/archway`)
  }
  const lock = await acquireLock(join(DATA_DIR, 'start.lock'), command, DATA_DIR)
  try {
    const postgres = await startEmbeddedPostgres({
      dataDir: folder,
      port: readPorts(environment).postgres,
      logPath: join(DATA_DIR, 'logs', 'postgres.log'),
      durability: 'safe',
    })
    try {
      return await migrated(postgres.databaseUrl, work)
    } finally {
      await postgres.stop()
    }
  } finally {
    lock.release()
  }
}

async function migrated<T>(
  databaseUrl: string,
  work: (databaseUrl: string) => Promise<T>,
): Promise<T> {
  await migrate(databaseUrl)
  return await work(databaseUrl)
}
