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

/** Where this very process answers; Next.js sets the port when it listens. */
export const ownAddress = () => `http://127.0.0.1:${process.env.PORT ?? 3000}`
