import pg from 'pg'

/** Name of the database that an address points to. Throws when the address has none. */
export function databaseNameOf(databaseUrl: string): string {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1))
  if (name === '') throw new Error('DATABASE_URL names no database: add /archway at its end.')
  return name
}

/** The same server and account, another database. */
export function withDatabaseName(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl)
  url.pathname = `/${encodeURIComponent(name)}`
  return url.toString()
}

/** Opens one connection, hands it to `work` and closes it, whatever happens. */
export async function withConnection<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && (error as Error & { code?: string }).code === code

/**
 * Makes sure that the database exists. Connects to it first, so that an account without the right
 * to create databases (usual with hosted PostgreSQL) is fine when it is already there. Safe to
 * repeat and to run at the same time. Returns whether it was created.
 */
export async function ensureDatabase(databaseUrl: string): Promise<boolean> {
  try {
    await withConnection(databaseUrl, async () => {})
    return false
  } catch (error) {
    if (!hasCode(error, '3D000')) throw error
  }
  return await withConnection(withDatabaseName(databaseUrl, 'postgres'), async (client) => {
    try {
      await client.query(`CREATE DATABASE ${pg.escapeIdentifier(databaseNameOf(databaseUrl))}`)
      return true
    } catch (error) {
      // Somebody else was quicker: the database exists (42P04) or is just being made (23505).
      if (hasCode(error, '42P04') || hasCode(error, '23505')) return false
      throw error
    }
  })
}

/** Makes a database as a copy of another one on the same server; nobody may be connected to that. */
export async function copyDatabase(databaseUrl: string, name: string): Promise<string> {
  await withConnection(withDatabaseName(databaseUrl, 'postgres'), (client) =>
    client.query(
      `CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(databaseNameOf(databaseUrl))}`,
    ),
  )
  return withDatabaseName(databaseUrl, name)
}

/** Drops a database and every connection to it; does nothing when there is none. */
export async function dropDatabase(databaseUrl: string): Promise<void> {
  await withConnection(withDatabaseName(databaseUrl, 'postgres'), (client) =>
    client.query(
      `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(databaseNameOf(databaseUrl))} WITH (FORCE)`,
    ),
  )
}
