import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg'

/** The folder that holds the models and the migrations. */
export const PRISMA_DIR = fileURLToPath(new URL('../prisma', import.meta.url))
/** One folder per migration, applied in the order of their names. */
export const MIGRATIONS_DIR = join(PRISMA_DIR, 'migrations')
/** The models as the newest migration left them; committed, so that a diff needs no database. */
export const SNAPSHOT_PATH = join(MIGRATIONS_DIR, 'schema.snapshot')

async function listFiles(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Every `.prisma` file of the schema, in a stable order, paths relative to the schema folder. */
export async function readSchemaFiles(): Promise<SchemaContainer[]> {
  const paths = (await listFiles(PRISMA_DIR)).filter((path) => path.endsWith('.prisma')).sort()
  return await Promise.all(
    paths.map(async (path) => ({
      path: relative(PRISMA_DIR, path).split('\\').join('/'),
      content: await readFile(path, 'utf8'),
    })),
  )
}

/** The snapshot's text, or `null` when no migration was written yet. */
export async function readSnapshot(): Promise<string | null> {
  try {
    return await readFile(SNAPSHOT_PATH, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The migrations on disk in the shape that the schema engine asks for. */
export async function readMigrations(): Promise<MigrationList> {
  const entries = await readdir(MIGRATIONS_DIR, { withFileTypes: true }).catch((error) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  const lockfile = await readFile(join(MIGRATIONS_DIR, 'migration_lock.toml'), 'utf8').catch(
    () => null,
  )
  return {
    baseDir: MIGRATIONS_DIR,
    lockfile: { path: './migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(join(MIGRATIONS_DIR, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
    ),
  }
}
