import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

export type Postmaster = { pid: number; port: number; isReady: boolean }

/** What `postmaster.pid` says, or `null` when there is none or it is not complete yet. */
export function readPostmaster(dataDir: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const pid = Number.parseInt(lines[0] ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0) return null
  return {
    pid,
    port: Number.parseInt(lines[3] ?? '', 10) || 0,
    isReady: lines[7]?.trim() === 'ready',
  }
}

/**
 * Whether a process is a PostgreSQL server on exactly this folder. After a crash the number in
 * `postmaster.pid` may belong to any program by now, so its name and arguments are looked at.
 */
export function isPostmasterOf(pid: number, dataDir: string): boolean {
  const args = argumentsOf(pid)
  const program = basename(args[0] ?? '')
  if (!program.startsWith('postgres')) return false
  return args.some((arg) => resolve(arg) === resolve(dataDir))
}

function argumentsOf(pid: number): string[] {
  try {
    if (process.platform === 'linux') {
      readlinkSync(`/proc/${pid}/cwd`)
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    }
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/)
  } catch {
    return []
  }
}

/**
 * Looks for a server that still runs on the folder. A leftover `postmaster.pid` of a server that
 * is gone is removed; a process that is not PostgreSQL on this folder is never touched.
 */
export function findRunningPostmaster(dataDir: string): Postmaster | null {
  const postmaster = readPostmaster(dataDir)
  if (postmaster && isPostmasterOf(postmaster.pid, dataDir)) return postmaster
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
  return null
}
