import type { Db } from '@archway/db/client'
import { Prisma } from '@archway/db/generated/client'
import type pg from 'pg'

/** A statement as the product sent it. */
export type Statement = { text: string; values: readonly unknown[] }

const RECORDED = new Set(['$queryRaw', '$executeRaw'])

const isTemplate = (query: unknown): query is TemplateStringsArray =>
  Array.isArray(query) && 'raw' in query

function toStatement(query: unknown, values: readonly unknown[]): Statement {
  const sql = isTemplate(query) ? Prisma.sql(query, ...values) : query
  if (!(sql instanceof Prisma.Sql)) throw new Error('A statement of an unknown kind.')
  return { text: sql.text, values: sql.values }
}

/**
 * Does `work` with a database that also notes every statement written by hand, so that the very same
 * ones can be sent through bare `pg`. Statements inside an interactive transaction are not seen.
 */
export async function recordStatements(
  db: Db,
  work: (db: Db) => Promise<unknown>,
): Promise<Statement[]> {
  const statements: Statement[] = []
  const recording = new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      if (typeof key !== 'string' || !RECORDED.has(key) || typeof value !== 'function') return value
      return (query: unknown, ...values: unknown[]) => {
        statements.push(toStatement(query, values))
        return Reflect.apply(value, target, [query, ...values])
      }
    },
  })
  await work(recording)
  return statements
}

/** Sends statements one after the other over one connection of the pool. */
export async function sendStatements(
  pool: pg.Pool,
  statements: readonly Statement[],
): Promise<void> {
  const client = await pool.connect()
  try {
    for (const { text, values } of statements) await client.query(text, [...values])
  } finally {
    client.release()
  }
}
