import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { giveToServer, makeOwnFolder, type ServerAccount } from './account'
import type { PostgresBinaries } from './binaries'

/** The account inside PostgreSQL that owns everything. */
export const DATABASE_USER = 'archway'
const MAJOR_VERSION = '18'
const PASSWORD_FILE = 'archway.password'

/** The password of a cluster, made when it was initialised. */
export function readPassword(dataDir: string): string {
  return readFileSync(join(dataDir, PASSWORD_FILE), 'utf8').trim()
}

/**
 * Creates the cluster when there is none: UTF-8, sorted by the rules of Unicode (ICU), only with a
 * password. It is built beside its place and then moved, so that an interrupted first start leaves
 * nothing half made. Throws when the folder holds another major release.
 */
export async function initialiseOnce(
  dataDir: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<boolean> {
  const versionPath = join(dataDir, 'PG_VERSION')
  if (existsSync(versionPath)) {
    const version = readFileSync(versionPath, 'utf8').trim()
    if (version === MAJOR_VERSION) {
      giveToServer(dataDir)
      return false
    }
    throw new Error(
      `${dataDir} was made by PostgreSQL ${version}, this release ships ${MAJOR_VERSION}. Move the folder away, or run "npm run reset" to start afresh.`,
    )
  }
  const draft = `${dataDir}.new`
  await rm(draft, { recursive: true, force: true })
  makeOwnFolder(draft)
  const passwordPath = `${dataDir}.password`
  const password = randomBytes(18).toString('base64url')
  // Readable by the server's account, which differs from ours when we are root; gone in a second.
  await writeFile(passwordPath, password, { mode: 0o644 })
  try {
    const [command = binaries.initdb, ...args] = [
      ...account.prefix,
      binaries.initdb,
      `--pgdata=${draft}`,
      `--username=${DATABASE_USER}`,
      `--pwfile=${passwordPath}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--no-sync',
      '--no-instructions',
    ]
    await promisify(execFile)(command, args, { uid: account.uid, gid: account.gid, cwd: draft })
    await writeFile(join(draft, PASSWORD_FILE), `${password}\n`, { mode: 0o600 })
    await rename(draft, dataDir)
    return true
  } finally {
    await rm(passwordPath, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}
