import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that can be recognised later, although its number may by then belong to another. */
export type ProcessIdentity = { pid: number; startedAt: string }

function startTimeOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // The name in brackets may hold spaces; the start time is the 20th field behind it.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      // A zombie has ended and only waits for its parent to notice.
      if (fields[0] === 'Z') return null
      const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot} ${fields[19]}`
    }
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
    return started.trim() || null
  } catch {
    return null
  }
}

/** Takes down which process has this number now; `null` when none has. */
export function identify(pid: number): ProcessIdentity | null {
  const startedAt = startTimeOf(pid)
  return startedAt === null ? null : { pid, startedAt }
}

/** Whether exactly this process is still running. */
export function isRunning(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.startedAt
}
