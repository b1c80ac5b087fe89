import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startEmbeddedPostgres } from '../embedded-postgres/server'
import { migrate } from '../migrate'

const DATA_DIR = fileURLToPath(new URL('../../../../.data', import.meta.url))
const FOLDER_NAME = /^test-(\d+)-[0-9a-f]+$/

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A folder for this run alone; those of runs that were killed are cleared away on the way. */
export function makeTestFolder(): string {
  mkdirSync(DATA_DIR, { recursive: true })
  for (const name of readdirSync(DATA_DIR)) {
    const pid = Number(FOLDER_NAME.exec(name)?.[1] ?? Number.NaN)
    if (pid > 0 && !isAlive(pid)) rmSync(join(DATA_DIR, name), { recursive: true, force: true })
  }
  const folder = join(DATA_DIR, `test-${process.pid}-${randomBytes(3).toString('hex')}`)
  mkdirSync(folder)
  return folder
}

export type TestPostgres = {
  /** A migrated, empty database that the tests copy and never connect to. */
  templateUrl: string
  /** Ends the server and removes its folder. */
  stop: () => Promise<void>
}

/**
 * Starts a PostgreSQL of its own for a test run, with everything migrated once. It shares nothing
 * with `npm start` and leaves nothing behind.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = makeTestFolder()
  const server = await startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    port: await findFreePort(),
    logPath: join(folder, 'postgres.log'),
    durability: 'throw-away',
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await migrate(server.databaseUrl)
  } catch (error) {
    await stop()
    throw error
  }
  return { templateUrl: server.databaseUrl, stop }
}
