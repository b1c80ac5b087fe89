import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@archway/db/embedded-postgres/server'
import { findFreePorts } from '../../machine/ports'
import { BENCH_DIR } from '../bench-dir'

/**
 * The benchmark's own PostgreSQL, kept between runs because loading 100,000 offerings takes minutes.
 * Durability is that of a real installation: both sides of every comparison wait for the disk.
 */
export async function startCluster(): Promise<EmbeddedPostgres> {
  const [port] = await findFreePorts(1)
  if (port === undefined) throw new Error('No free port.')
  return await startEmbeddedPostgres({
    dataDir: join(BENCH_DIR, 'postgres'),
    port,
    logPath: join(BENCH_DIR, 'logs', 'postgres.log'),
    durability: 'safe',
  })
}
