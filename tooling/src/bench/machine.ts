import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { withConnection, withDatabaseName } from '@archway/db/database'
import { availableMemory } from '@archway/db/embedded-postgres/settings'
import { WEB_DIR } from '../stack/web-build'
import { runCommand } from '../test/run-command'

export type Machine = {
  processor: string
  cores: number
  memoryMb: number
  system: string
  /** Processes that wanted to run when it began, averaged over a minute: much else means much noise. */
  loadBefore: number
  node: string
  next: string
  postgres: string
  /** Of the repository; with a plus sign when files had been changed since. */
  commit: string
}

const versionOf = (name: string): string => {
  const path = createRequire(join(WEB_DIR, 'package.json')).resolve(`${name}/package.json`)
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}

async function readCommit(): Promise<string> {
  const head = await runCommand(['git', 'rev-parse', '--short', 'HEAD'])
  if (head.code !== 0) return 'unknown'
  const changed = await runCommand(['git', 'status', '--porcelain', '--untracked-files=no'])
  return `${head.output.trim()}${changed.output.trim() === '' ? '' : '+'}`
}

async function postgresVersion(databaseUrl: string): Promise<string> {
  return await withConnection(withDatabaseName(databaseUrl, 'postgres'), async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]?.server_version ?? 'unknown'
  })
}

/** What a run was made on and with. */
export async function describeMachine(databaseUrl: string): Promise<Machine> {
  const memory = Math.min(totalmem(), availableMemory())
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryMb: Math.round(memory / 1024 / 1024),
    system: `${platform()} ${release()}`,
    loadBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    node: process.versions.node,
    next: versionOf('next'),
    postgres: await postgresVersion(databaseUrl),
    commit: await readCommit(),
  }
}
