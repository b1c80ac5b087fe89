import { totalmem } from 'node:os'

const MB = 1024 * 1024
const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/**
 * Server settings for a machine with `memoryBytes` that also runs the site and the worker:
 * an eighth for shared buffers, half as the guess of what the system caches, and `workMem` small
 * enough that forty sorts at once fit. Disks are taken for solid state.
 */
export function serverSettings(
  memoryBytes: number,
  durability: 'safe' | 'throw-away',
): Record<string, string> {
  const memory = memoryBytes / MB
  const megabytes = (value: number) => `${Math.round(value)}MB`
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: megabytes(clamp(memory / 8, 64, 1024)),
    effective_cache_size: megabytes(clamp(memory / 2, 256, 16_384)),
    work_mem: megabytes(clamp(memory / 512, 4, 32)),
    maintenance_work_mem: megabytes(clamp(memory / 32, 32, 256)),
    random_page_cost: '1.1',
    effective_io_concurrency: '32',
    max_wal_size: '1GB',
    wal_compression: 'on',
    // Compiling a plan costs more than the short queries of a site gain from it.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_lock_waits: 'on',
    log_min_duration_statement: '2s',
    ...(durability === 'throw-away'
      ? {
          fsync: 'off',
          synchronous_commit: 'off',
          full_page_writes: 'off',
          wal_level: 'minimal',
          max_wal_senders: '0',
        }
      : {}),
  }
}

/** Memory that this process may use: the container's limit where there is one. */
export function availableMemory(): number {
  const limit = process.constrainedMemory?.() ?? 0
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
