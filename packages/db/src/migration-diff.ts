import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { withOfflineSchemaEngine } from './schema-engine'
import { MIGRATIONS_DIR, readSchemaFiles, readSnapshot, SNAPSHOT_PATH } from './schema-files'

const EMPTY_SCRIPT = '-- This is an empty migration.'

/** SQL that leads from one Prisma schema to another; empty when they describe the same database. */
export async function diffSchemas(from: string | null, to: string): Promise<string> {
  const target = (content: string | null): DiffTarget =>
    content === null
      ? { tag: 'empty' }
      : { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] }
  const { stdout } = await withOfflineSchemaEngine((engine) =>
    engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  )
  const sql = (stdout ?? '').trim()
  return sql === EMPTY_SCRIPT ? '' : sql
}

/** All schema files as one text, which is also the form of the snapshot. */
export async function readCurrentSchema(): Promise<string> {
  const files = await readSchemaFiles()
  return `${files.map((file) => `// ${file.path}\n\n${file.content.trim()}`).join('\n\n')}\n`
}

/**
 * SQL that the models need beyond the newest migration; empty when every change of a model has
 * its migration. Indexes, checks and triggers written by hand are not seen by it.
 */
export async function pendingSchemaChanges(): Promise<string> {
  return await diffSchemas(await readSnapshot(), await readCurrentSchema())
}

/** Migration folder name: UTC time to the second and the name in snake case. */
export function migrationFolderName(name: string, now: Date): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  if (slug === '') throw new Error('Give the migration a name, for example "add_reviews".')
  return `${now.toISOString().replace(/\D/g, '').slice(0, 14)}_${slug}`
}

export type WrittenMigration = { folder: string; sql: string }

/**
 * Writes the migration that brings the database from the newest migration to the current models,
 * and moves the snapshot. Returns `null` and writes nothing when there is nothing to do; with
 * `allowEmpty` it writes an empty file, to be filled by hand with what Prisma cannot express.
 */
export async function diffMigration(
  name: string,
  options: { now: Date; allowEmpty?: boolean },
): Promise<WrittenMigration | null> {
  const folderName = migrationFolderName(name, options.now)
  const current = await readCurrentSchema()
  const sql = await diffSchemas(await readSnapshot(), current)
  if (sql === '' && !options.allowEmpty) return null
  const folder = join(MIGRATIONS_DIR, folderName)
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'migration.sql'), sql === '' ? '' : `${sql}\n`)
  await writeFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), LOCKFILE)
  await writeFile(SNAPSHOT_PATH, current)
  return { folder, sql }
}

const LOCKFILE = `# Read by the Prisma CLI, which refuses to apply these files to another kind of database.
provider = "postgresql"
`
