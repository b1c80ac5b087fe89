import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDb } from '@archway/db/client'
import { createTestDatabase } from '@archway/db/testing'
import pino from 'pino'
import { createItemSealer } from '../bank/sealing'
import { createKeyKeeper } from '../credentials/proof/key-keeper'
import type { RemoteReader } from '../credentials/proof/remote-reader'
import { createStripeGateway } from '../payments/stripe-gateway'
import { manualClock } from '../shared/clock'
import type { Deps } from '../shared/deps'
import { createRateLimiter } from '../shared/rate-limit'
import { createFileStore } from '../shared/storage'
import { createTaxRegister } from '../shared/tax-register'

export type World = Awaited<ReturnType<typeof createWorld>>

/**
 * The outside world for one test file: a database of its own with the real schema, a folder for
 * files, a clock that stands still. `stripeUrl` is the local Stripe when the test needs one.
 */
export async function createWorld(
  options: {
    stripeUrl?: string
    viesUrl?: string
    isStripeTaxOn?: boolean
    now?: Date
    remote?: RemoteReader
  } = {},
) {
  const database = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'archway-test-'))
  const db = createDb(database.url, { poolSize: 12 })
  const clock = manualClock(options.now ?? new Date('2026-06-01T12:00:00Z'))
  const expired: string[] = []
  const deps: Deps = {
    db,
    clock,
    logger: pino({ level: 'silent' }),
    appUrl: 'https://archway.test',
    stripe: createStripeGateway({
      secretKey: 'sk_test_archway',
      apiBase: options.stripeUrl ?? 'http://127.0.0.1:9',
    }),
    isStripeTaxOn: options.isStripeTaxOn ?? false,
    livemode: false,
    files: createFileStore({ kind: 'folder', folder }),
    keys: createKeyKeeper(['a secret of tests alone, never used elsewhere']),
    itemSealer: createItemSealer(['another secret of tests alone, never used elsewhere']),
    taxRegister: options.viesUrl === undefined ? null : createTaxRegister(options.viesUrl),
    remote: options.remote ?? (async () => null),
    limits: createRateLimiter(db, { isShortLived: true }),
    expireTags: (tags) => expired.push(...tags),
  }
  return {
    deps,
    db,
    clock,
    databaseUrl: database.url,
    /** cache tags that commands expired, in order */
    expired,
    async close() {
      await db.$disconnect()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
