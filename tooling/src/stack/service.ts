import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { guardProcess } from '@archway/db/embedded-postgres/guard'
import type { Environment } from './settings'

export type ServiceOptions = {
  name: string
  args: string[]
  cwd: string
  env: Environment
  logPath: string
  /** Also handed every line, for showing it. */
  onLine?: (line: string) => void
}

export type Service = {
  name: string
  child: ChildProcess
  /** Settles when the process is gone, with how it ended. */
  exited: Promise<string>
  hasExited: () => boolean
  /** Asks the whole process group to end, then makes it. Safe to repeat. */
  stop: () => Promise<void>
  /** Ends the whole process group at once, as `kill -9` does. Safe to repeat. */
  kill: () => Promise<void>
  /** The end of its log, for messages. */
  lastLines: () => string
}

const STOP_TIMEOUT_MS = 8000

function openLog(path: string) {
  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) renameSync(path, path.replace(/\.log$/, '.previous.log'))
  return createWriteStream(path)
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody left in the group.
  }
}

/**
 * Starts a Node program as a process group of its own, so that a Ctrl-C reaches it only through
 * us and in order; it also ends when this process is killed. What it prints goes to its log with
 * the time in front.
 */
export function startService(options: ServiceOptions): Service {
  const log = openLog(options.logPath)
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: options.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  guardProcess(child, 'TERM')
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      log.write(`${new Date().toISOString()} ${line}\n`)
      options.onLine?.(line)
    })
  }
  const hasExited = () => child.exitCode !== null || child.signalCode !== null
  const exited = new Promise<string>((done) => {
    child.once('error', (error) => done(error.message))
    child.once('exit', (code, signal) => done(signal ? `signal ${signal}` : `exit code ${code}`))
  })
  void exited.then(() => log.end())
  return {
    name: options.name,
    child,
    exited,
    hasExited,
    async stop() {
      signalGroup(child, 'SIGTERM')
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS)
      await exited
      clearTimeout(timer)
      signalGroup(child, 'SIGKILL')
    },
    async kill() {
      signalGroup(child, 'SIGKILL')
      await exited
    },
    lastLines() {
      const text = readFileSync(options.logPath, 'utf8').trimEnd()
      return text.split('\n').slice(-15).join('\n')
    },
  }
}

/** Waits until `isReady` holds. Throws with the end of the log when the service ends first or takes too long. */
export async function waitForService(
  service: Service,
  isReady: () => Promise<boolean>,
  timeoutMs = 60_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs
  while (!(await isReady())) {
    if (service.hasExited()) {
      throw new Error(
        `${service.name} ended while starting (${await service.exited}):\n${service.lastLines()}`,
      )
    }
    if (Date.now() > deadline) {
      throw new Error(
        `${service.name} did not answer within ${timeoutMs / 1000} s:\n${service.lastLines()}`,
      )
    }
    await sleep(50)
  }
}

/** Whether something accepts connections on a loopback port. */
export function acceptsConnections(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const answer = (isOpen: boolean) => {
      socket.destroy()
      done(isOpen)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}

/** Whether an address answers with success within two seconds. */
export async function answersWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) })
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}
