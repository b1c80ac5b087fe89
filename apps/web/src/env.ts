import 'server-only'
import { parseServerEnv, type ServerEnv } from '@archway/api/shared/env'

let parsed: ServerEnv | null = null

/**
 * The validated environment. Read at first use and not on import, so that `next build` works without
 * one; instrumentation.ts reads it at start, so that a bad value stops the process at once.
 */
export function env(): ServerEnv {
  parsed ??= parseServerEnv(process.env)
  return parsed
}
