import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createDeps } from '@archway/api/runtime'
import type { Deps } from '@archway/api/shared/deps'
import { copyDatabase, dropDatabase, withDatabaseName } from '@archway/db/database'
import { createControl, type StripeLocalControl } from '@archway/stripe-local/control'
import pg from 'pg'
import { findFreePorts } from '../../machine/ports'
import { loadLocalSecrets } from '../../stack/secrets'
import { createStack } from '../../stack/stack'
import { silentProgress } from '../../terminal/progress'
import { isolatedEnvironment } from '../../test/e2e-suite'
import { BENCH_DIR } from '../bench-dir'
import type { DataSet } from '../data/data-set'

/** Connections of every pool here: as many as the site takes when nothing else is set. */
export const POOL_SIZE = 10

const BUILD_COPY = '.next-bench'
const RUN_DATABASE = 'bench_run'

/** A whole Archway over one data set, and the same database without Archway. */
export type RunningSite = {
  url: string
  dataSet: DataSet
  webhookSecret: string
  /** The product in this process: for work that is measured without HTTP, and for setting up. */
  deps: Deps
  /** The limit: plain `pg`. */
  pool: pg.Pool
  stripe: StripeLocalControl
  stop: () => Promise<void>
}

/**
 * Starts site, worker and local Stripe on a copy of a data set. Nothing of it is left after `stop`,
 * which is also called here when a part does not start.
 */
export async function startSite(dataSet: DataSet, clusterUrl: string): Promise<RunningSite> {
  const [web, postgres, stripe, mailWeb, mailSmtp] = await findFreePorts(5)
  if (!web || !postgres || !stripe || !mailWeb || !mailSmtp) throw new Error('Too few free ports.')
  const runUrl = withDatabaseName(clusterUrl, RUN_DATABASE)
  await dropDatabase(runUrl)
  const databaseUrl = await copyDatabase(dataSet.templateUrl, RUN_DATABASE)
  mkdirSync(BENCH_DIR, { recursive: true })
  const stack = createStack({
    environment: {
      ...isolatedEnvironment(process.env),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      LOG_LEVEL: 'warn',
    },
    ports: { web, postgres, stripe, mailWeb, mailSmtp },
    dataDir: BENCH_DIR,
    isDevelopment: false,
    buildCopy: BUILD_COPY,
    // The database is the cluster's and waits for the disk all the same; Stripe's disk is not our work.
    durability: 'throw-away',
    wantsDemo: false,
    progress: silentProgress,
  })
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL_SIZE })
  const deps = createDeps({
    databaseUrl,
    poolSize: POOL_SIZE,
    appUrl: `http://127.0.0.1:${web}`,
    logLevel: 'silent',
    stripe: { secretKey: 'sk_test_archway_local', apiBase: `http://127.0.0.1:${stripe}` },
    storage: { kind: 'folder', folder: join(BENCH_DIR, 'files') },
    credentialKeysSecrets: [loadLocalSecrets(BENCH_DIR).CREDENTIAL_KEYS_SECRET],
    examKeysSecrets: [loadLocalSecrets(BENCH_DIR).EXAM_KEYS_SECRET],
    expireTags: () => {},
  })
  const stop = async () => {
    await stack.stop()
    await Promise.all([pool.end(), deps.db.$disconnect()])
    await dropDatabase(runUrl)
  }
  try {
    const running = await stack.start()
    if (running.stripeUrl === null) throw new Error('The benchmark needs the local Stripe.')
    return {
      url: `http://127.0.0.1:${web}`,
      dataSet,
      webhookSecret: loadLocalSecrets(BENCH_DIR).STRIPE_WEBHOOK_SECRET,
      deps,
      pool,
      stripe: createControl(running.stripeUrl),
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
