import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

const EXCLUDED = ['**/node_modules/**', '**/.next/**', 'e2e/**']
const DATABASE_TESTS = '**/*.db.test.ts'

/**
 * Database tests share one PostgreSQL per run; each file makes a database of its own on it. Everything
 * else from outside is handed in, to them and to the others, so files share the modules that they load:
 * half of their time.
 */
const database = (name: string, folder: string) => ({
  test: {
    name,
    include: [`${folder}/${DATABASE_TESTS}`],
    exclude: EXCLUDED,
    globalSetup: './packages/db/src/testing/global-setup.ts',
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
})

export default defineConfig({
  test: {
    // One process waits for the database most of the time: two keep two cores busy, where one is the default.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        // The one short name that the site has for its own folder.
        resolve: { alias: { '@': join(import.meta.dirname, 'apps/web/src') } },
        test: {
          name: 'unit',
          include: ['{apps,packages}/*/src/**/*.test.{ts,tsx}', 'tooling/src/**/*.test.ts'],
          exclude: [...EXCLUDED, DATABASE_TESTS],
          isolate: false,
        },
      },
      database('db', 'packages/db'),
      database('api', 'packages/api'),
    ],
  },
})
