import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, lchownSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** How to run a PostgreSQL program: under which ids, and behind which command. */
export type ServerAccount = { uid?: number; gid?: number; prefix: string[] }

const ACCOUNT = 'postgres'
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv']

const idOf = (flag: '-u' | '-g') =>
  Number.parseInt(execFileSync('id', [flag, ACCOUNT], { encoding: 'utf8', stdio: 'pipe' }), 10)

function findOrCreateAccount(): { uid: number; gid: number } {
  try {
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch {
    // Not there yet: made below.
  }
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT], {
      stdio: 'pipe',
    })
    return { uid: idOf('-u'), gid: idOf('-g') }
  } catch (error) {
    throw new Error(
      'PostgreSQL refuses to run as root, and no account named "postgres" could be made for it. Run as an ordinary user, or set DATABASE_URL to a server of your own.',
      { cause: error },
    )
  }
}

/** Whether somebody else than root may walk down to `path`, and read and run it. */
export function isReachable(path: string, uid: number): boolean {
  const stat = statSync(path)
  if (stat.uid !== uid && (stat.mode & 0o005) !== 0o005) return false
  for (let dir = dirname(path); ; dir = dirname(dir)) {
    const parent = statSync(dir)
    if (parent.uid !== uid && (parent.mode & 0o001) === 0) return false
    if (dir === dirname(dir)) return true
  }
}

/**
 * PostgreSQL refuses to run as root. For root this finds (or makes) the account `postgres`, and
 * where that account cannot reach the files, as below /root, it keeps the one capability that lets
 * it pass. Any other user runs PostgreSQL as itself.
 */
export function serverAccount(paths: string[]): ServerAccount {
  if (process.getuid?.() !== 0) return { prefix: [] }
  const { uid, gid } = findOrCreateAccount()
  if (paths.every((path) => isReachable(path, uid))) return { uid, gid, prefix: [] }
  const setpriv = SETPRIV.find((path) => existsSync(path))
  if (!setpriv) {
    throw new Error(
      `The account "${ACCOUNT}" may not enter ${dirname(paths[0] ?? '.')}. Move the project to a folder that every user can read, run as an ordinary user, or set DATABASE_URL.`,
    )
  }
  return {
    prefix: [
      setpriv,
      `--reuid=${uid}`,
      `--regid=${gid}`,
      '--clear-groups',
      '--inh-caps=+dac_override',
      '--ambient-caps=+dac_override',
      '--',
    ],
  }
}

/** Makes a folder that belongs to the account that will run PostgreSQL. */
export function makeOwnFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  giveToServer(path)
}

/**
 * Started by an ordinary user before and by root now, a cluster has the wrong owner, and PostgreSQL
 * refuses it. Root can hand it over; the other way round only root could.
 */
export function giveToServer(path: string): void {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = findOrCreateAccount()
  if (statSync(path).uid === uid) return
  chownSync(path, uid, gid)
  for (const entry of readdirSync(path, { recursive: true })) {
    lchownSync(join(path, String(entry)), uid, gid)
  }
}
