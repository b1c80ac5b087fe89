import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { ensureDatabase } from './database'
import { withSchemaEngine } from './schema-engine'
import { readMigrations } from './schema-files'

export type MigrationReport = {
  /** Whether the database itself had to be created. */
  created: boolean
  /** Names of the migrations applied by this call, oldest first. */
  applied: string[]
}

/**
 * Brings a database to the newest schema: creates it when missing, applies the migrations that it
 * has not seen (recorded in `_prisma_migrations`, so the Prisma CLI agrees) and those of the job
 * queue. Safe to repeat; two at once wait for each other on the engine's advisory lock. Throws with
 * the engine's message when a migration fails or when an earlier one was left half applied.
 */
export async function migrate(databaseUrl: string): Promise<MigrationReport> {
  const created = await ensureDatabase(databaseUrl)
  const migrationsList = await readMigrations()
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.applyMigrations({ migrationsList, filters: { externalTables: [], externalEnums: [] } }),
  )
  await migrateJobQueue(databaseUrl)
  return { created, applied: appliedMigrationNames }
}

async function migrateJobQueue(databaseUrl: string): Promise<void> {
  // A pool of our own: the one that the queue would make is closed without being waited for.
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  // A lost connection also rejects the query that needed it, which is what we report.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool })
  } finally {
    await pgPool.end()
  }
}
