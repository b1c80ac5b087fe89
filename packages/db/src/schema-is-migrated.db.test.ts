import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from './database'
import { migrate } from './migrate'
import { pendingSchemaChanges } from './migration-diff'
import { createTestDatabase, type TestDatabase } from './testing'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('every change of a model has its migration', async () => {
  // When this fails: npm run db:migration -- <name>
  expect(await pendingSchemaChanges()).toBe('')
})

test('a migrated database is left alone', async () => {
  expect(await migrate(database.url)).toEqual({ created: false, applied: [] })
})

test('the migrations build every table of the models and the job queue', async () => {
  const { rows } = await withConnection(database.url, (client) =>
    client.query<{ schemaname: string; tables: number }>(
      `select schemaname, count(*)::int as tables from pg_tables
       where schemaname in ('public', 'graphile_worker') group by 1 order by 1`,
    ),
  )
  expect(rows.map((row) => row.schemaname)).toEqual(['graphile_worker', 'public'])
  expect(rows.every((row) => row.tables > 3)).toBe(true)
})
