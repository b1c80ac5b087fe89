import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverAccount } from './account'
import { findPostgresBinaries } from './binaries'
import { guardProcess } from './guard'
import { DATABASE_USER, initialiseOnce, readPassword } from './initialise'
import { findRunningPostmaster, isPostmasterOf, readPostmaster } from './postmaster'
import { availableMemory, serverSettings } from './settings'

export type EmbeddedPostgresOptions = {
  dataDir: string
  port: number
  logPath: string
  /** `throw-away` gives up safety in a crash for speed: for tests only. */
  durability: 'safe' | 'throw-away'
  /** Called with the server's process as soon as it exists, before it is ready. */
  onSpawn?: (child: ChildProcess) => void
}

export type EmbeddedPostgres = {
  /** Address of the database `archway` on this server, password included. */
  databaseUrl: string
  child: ChildProcess
  /** Whether this call made the cluster. */
  created: boolean
  /** Ends the server: fast shutdown, then by force. Safe to repeat. */
  stop: () => Promise<void>
}

const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 15_000

/**
 * Starts PostgreSQL on a folder of its own, on loopback only, creating the cluster when there is
 * none. Recovers from a start that was killed: a stale `postmaster.pid` is removed, a server left
 * over on this very folder is shut down. The server ends when this process does. Throws with the last lines of the log when it cannot start.
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir)
  mkdirSync(dirname(dataDir), { recursive: true })
  mkdirSync(dirname(options.logPath), { recursive: true })
  const binaries = await findPostgresBinaries()
  for (const path of [binaries.initdb, binaries.postgres]) ensureExecutable(path)
  const account = serverAccount([binaries.initdb, binaries.postgres, dirname(dataDir)])
  const created = await initialiseOnce(dataDir, binaries, account)
  await stopLeftover(dataDir)

  const settings = serverSettings(availableMemory(), options.durability)
  const [command = binaries.postgres, ...args] = [
    ...account.prefix,
    binaries.postgres,
    '-D',
    dataDir,
    '-p',
    String(options.port),
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const log = openSync(options.logPath, 'a')
  // A process group of its own: Ctrl-C in the terminal must not reach it before the site is down.
  const child = spawn(command, args, {
    cwd: dataDir,
    detached: true,
    stdio: ['ignore', log, log],
    uid: account.uid,
    gid: account.gid,
  })
  closeSync(log)
  guardProcess(child, 'INT')
  options.onSpawn?.(child)
  const stop = () => stopChild(child)
  try {
    await waitUntilReady(child, dataDir, options.logPath)
  } catch (error) {
    await stop()
    throw error
  }
  const password = encodeURIComponent(readPassword(dataDir))
  return {
    databaseUrl: `postgresql://${DATABASE_USER}:${password}@127.0.0.1:${options.port}/archway`,
    child,
    created,
    stop,
  }
}

/** Archives unpacked under a strict umask lose the right to run for others. */
function ensureExecutable(path: string): void {
  const { mode } = statSync(path)
  if ((mode & 0o555) !== 0o555) chmodSync(path, mode | 0o555)
}

const hasExited = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function waitUntilReady(child: ChildProcess, dataDir: string, logPath: string) {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  const deadline = Date.now() + START_TIMEOUT_MS
  while (true) {
    const postmaster = readPostmaster(dataDir)
    if (postmaster?.pid === child.pid && postmaster?.isReady) return
    if (failure) throw failure
    if (hasExited(child) || Date.now() > deadline) {
      const lines = readFileSync(logPath, 'utf8').trimEnd().split('\n').slice(-8).join('\n')
      throw new Error(`PostgreSQL did not start. The end of ${logPath}:\n${lines}`)
    }
    await sleep(20)
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasExited(child) || child.pid === undefined) return
  const exited = new Promise<void>((done) => child.once('exit', () => done()))
  child.kill('SIGINT')
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS)
  await exited
  clearTimeout(timer)
}

async function stopLeftover(dataDir: string): Promise<void> {
  const leftover = findRunningPostmaster(dataDir)
  if (!leftover) return
  process.kill(leftover.pid, 'SIGINT')
  const deadline = Date.now() + STOP_TIMEOUT_MS
  while (isPostmasterOf(leftover.pid, dataDir)) {
    if (Date.now() > deadline) {
      throw new Error(
        `A PostgreSQL server (process ${leftover.pid}) still uses ${dataDir} and does not end. End it, then start again.`,
      )
    }
    await sleep(50)
  }
}
