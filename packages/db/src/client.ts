import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'
import { createStatementNames } from './statement-names'

/** A connection pool with the generated queries on it. */
export type Db = PrismaClient
/** What a transaction callback receives: everything of Db but opening another transaction. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]
/** A reader that does not mind whether it runs inside a transaction. */
export type DbOrTx = Db | Tx

/**
 * Opens a pool on a PostgreSQL address. `poolSize` connections at most; a query waits at most ten
 * seconds for one. Nothing is connected until the first query. Statements that repeat are prepared, so a
 * connection pooler in front of PostgreSQL must keep prepared statements apart (PgBouncer does, from 1.21).
 */
export function createDb(databaseUrl: string, options: { poolSize?: number } = {}): Db {
  const adapter = new PrismaPg(
    {
      connectionString: databaseUrl,
      max: options.poolSize ?? 10,
      connectionTimeoutMillis: 10_000,
      application_name: 'archway',
    },
    { statementNameGenerator: createStatementNames() },
  )
  // What is written together is short, but a machine may be busy: five seconds, the default, roll back what only waited.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 15_000 } })
}
