import 'server-only'
import { createDeps } from '@archway/api/runtime'
import type { Deps } from '@archway/api/shared/deps'
import { env } from '@/env'
import { expireEverywhere } from './page-cache'

const globals = globalThis as typeof globalThis & { archwayDeps?: Deps }

/** The outside world for this process. One pool, also across hot reloads. */
export function deps(): Deps {
  globals.archwayDeps ??= createDeps({
    databaseUrl: env().databaseUrl,
    appUrl: env().appUrl,
    logLevel: env().logLevel,
    stripe: env().stripe,
    storage: env().storage,
    credentialKeysSecrets: env().credentialKeysSecrets,
    examKeysSecrets: env().examKeysSecrets,
    taxCheckUrl: env().taxCheckUrl,
    isStripeTaxOn: env().isStripeTaxOn,
    expireTags: expireEverywhere,
  })
  return globals.archwayDeps
}
