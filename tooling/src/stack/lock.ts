import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { identify, isRunning } from '../machine/process-identity'
import { ExplainedError } from '../terminal/explained-error'

const identitySchema = z.object({ pid: z.number(), startedAt: z.string() })
const contentSchema = z.object({
  owner: identitySchema,
  /** What was started, and where it answers. */
  command: z.string(),
  url: z.string(),
  services: z.array(identitySchema.extend({ name: z.string() })),
})
type Content = z.infer<typeof contentSchema>

export type Lock = {
  /** Takes down a process that the next start must end if this one cannot. */
  addService: (name: string, pid: number) => void
  release: () => void
}

function readLock(path: string): Content | null {
  try {
    return contentSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Missing, or cut off by a crash while it was written: nobody holds it.
    return null
  }
}

function endGroup(pid: number, signal: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // It has ended by itself.
  }
}

/** Ends what a start that was killed has left behind; only processes that are certainly its own. */
async function endLeftovers(content: Content): Promise<void> {
  const left = () => content.services.filter((service) => isRunning(service))
  for (const { pid } of left()) endGroup(pid, 'SIGTERM')
  const deadline = Date.now() + 10_000
  while (left().length > 0 && Date.now() < deadline) await sleep(50)
  for (const { pid } of left()) endGroup(pid, 'SIGKILL')
}

/** Removes a dead lock; one that somebody else took over in the meantime is put back. */
function takeAway(path: string, dead: Content | null): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const found = readLock(aside)
  if (found && found.owner.pid !== dead?.owner.pid) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

/**
 * Makes sure that only one stack runs on a data folder. Throws, saying where the other one is,
 * while its process lives; the lock of one that was killed is taken over after what it left
 * running was ended.
 */
export async function acquireLock(path: string, command: string, url: string): Promise<Lock> {
  const owner = identify(process.pid)
  if (!owner) throw new Error('This process cannot find itself.')
  const content: Content = { owner, command, url, services: [] }
  mkdirSync(dirname(path), { recursive: true })
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(content), { flag: 'wx' })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 5) throw error
    }
    const other = readLock(path)
    if (other && isRunning(other.owner)) {
      throw new ExplainedError(
        `Archway is already running at ${other.url} (${other.command}, process ${other.owner.pid}). Stop that one with Ctrl-C, or with: kill ${other.owner.pid}`,
      )
    }
    if (other) await endLeftovers(other)
    takeAway(path, other)
  }
  return {
    addService(name, pid) {
      const identity = identify(pid)
      if (!identity) return
      content.services.push({ name, ...identity })
      writeFileSync(`${path}.new`, JSON.stringify(content))
      renameSync(`${path}.new`, path)
    },
    release() {
      rmSync(path, { force: true })
    },
  }
}
