import { createDb } from '@archway/db/client'
import pino from 'pino'
import { createItemSealer } from './bank/sealing'
import { createKeyKeeper } from './credentials/proof/key-keeper'
import { createRemoteReader } from './credentials/proof/remote-reader'
import { createStripeGateway, isLiveKey, type StripeSettings } from './payments/stripe-gateway'
import { systemClock } from './shared/clock'
import type { Deps, ExpireTags } from './shared/deps'
import { createRateLimiter } from './shared/rate-limit'
import { createFileStore, type StorageSettings } from './shared/storage'
import { createTaxRegister } from './shared/tax-register'

export type RuntimeSettings = {
  databaseUrl: string
  poolSize?: number
  appUrl: string
  logLevel: string
  stripe: StripeSettings
  storage: StorageSettings
  /** what the keys of issuers are sealed with: the first seals, all open */
  credentialKeysSecrets: readonly [string, ...string[]]
  /** what keys and rationales of exam items are sealed with */
  examKeysSecrets: readonly [string, ...string[]]
  /** address of the register of tax numbers; absent: numbers are not looked up */
  taxCheckUrl?: string
  isStripeTaxOn?: boolean
  expireTags: ExpireTags
}

/** Puts the outside world together, once per process. */
export function createDeps(settings: RuntimeSettings): Deps {
  const db = createDb(settings.databaseUrl, { poolSize: settings.poolSize })
  return {
    db,
    clock: systemClock,
    logger: pino({ level: settings.logLevel }),
    appUrl: settings.appUrl,
    stripe: createStripeGateway(settings.stripe),
    isStripeTaxOn: settings.isStripeTaxOn ?? false,
    livemode: isLiveKey(settings.stripe.secretKey),
    files: createFileStore(settings.storage),
    keys: createKeyKeeper(settings.credentialKeysSecrets),
    itemSealer: createItemSealer(settings.examKeysSecrets),
    taxRegister:
      settings.taxCheckUrl === undefined ? null : createTaxRegister(settings.taxCheckUrl),
    remote: createRemoteReader(),
    limits: createRateLimiter(db),
    expireTags: settings.expireTags,
  }
}
