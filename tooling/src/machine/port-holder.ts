import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

const LISTENING = '0A'

function socketsListeningOn(port: number): Set<string> {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0')
  const inodes = new Set<string>()
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/)
      if (fields[3] === LISTENING && fields[1]?.endsWith(`:${hexPort}`)) {
        inodes.add(`socket:[${fields[9]}]`)
      }
    }
  }
  return inodes
}

function holdsOneOf(pid: string, sockets: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some((fd) => {
      try {
        return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`))
      } catch {
        return false
      }
    })
  } catch {
    // Gone by now, or another user's: unknown either way.
    return false
  }
}

function describe(pid: string, command: string): string {
  const [program = '', ...args] = command.split(/[\0\s]+/).filter((part) => part !== '')
  const rest = args.join(' ')
  const shown = `${basename(program)} ${rest.length > 60 ? `${rest.slice(0, 60)}…` : rest}`.trim()
  return `process ${pid} (${shown})`
}

/** Who listens on a port, as far as this user may see; `null` when that is not known. */
export function findPortHolder(port: number): string | null {
  try {
    if (process.platform === 'linux') {
      const sockets = socketsListeningOn(port)
      const pid = readdirSync('/proc').find(
        (name) => /^\d+$/.test(name) && holdsOneOf(name, sockets),
      )
      return pid ? describe(pid, readFileSync(`/proc/${pid}/cmdline`, 'utf8')) : null
    }
    const options = { encoding: 'utf8', stdio: 'pipe' } as const
    const found = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], options)
    const pid = found.trim().split('\n')[0]
    return pid ? describe(pid, execFileSync('ps', ['-o', 'args=', '-p', pid], options)) : null
  } catch {
    return null
  }
}
