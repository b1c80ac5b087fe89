import 'server-only'
import { createDeps } from '@archway/api/runtime'
import type { Deps } from '@archway/api/shared/deps'
import { revalidateTag } from 'next/cache'
import { env } from '@/env'

const globals = globalThis as typeof globalThis & { archwayDeps?: Deps }

/** The outside world for this process. One pool, also across hot reloads. */
export function deps(): Deps {
  globals.archwayDeps ??= createDeps({
    databaseUrl: env().databaseUrl,
    appUrl: env().appUrl,
    logLevel: env().logLevel,
    stripe: env().stripe,
    storage: env().storage,
    expireTags: (tags) => {
      for (const tag of tags) revalidateTag(tag, { expire: 0 })
    },
  })
  return globals.archwayDeps
}
