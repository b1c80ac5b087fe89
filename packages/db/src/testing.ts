import { randomBytes } from 'node:crypto'
import { copyDatabase, dropDatabase } from './database'

export type TestDatabase = {
  url: string
  /** Drops the database; close your own connections first, what is left is cut. */
  drop: () => Promise<void>
}

/**
 * A fresh, migrated database for one test file, made in about a tenth of a second by copying the
 * run's template. Needs the set-up of a Vitest project for database tests (`*.db.test.ts`).
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const templateUrl = process.env.TEST_TEMPLATE_URL
  if (!templateUrl) {
    throw new Error('No test database: name the file *.db.test.ts and run it with Vitest.')
  }
  const url = await copyDatabase(templateUrl, `test_${randomBytes(6).toString('hex')}`)
  return { url, drop: () => dropDatabase(url) }
}
