import type { Db } from '@archway/db/client'
import type { Logger } from 'pino'
import type { KeyKeeper } from '../credentials/proof/key-keeper'
import type { RemoteReader } from '../credentials/proof/remote-reader'
import type { StripeGateway } from '../payments/stripe-gateway'
import type { Clock } from './clock'
import type { RateLimiter } from './rate-limit'
import type { Sealer } from './sealer'
import type { FileStore } from './storage'
import type { TaxRegister } from './tax-register'

/** Expires what pages have cached under these tags. The web app hands in the real one. */
export type ExpireTags = (tags: readonly string[]) => void

/** Everything from outside that a command may use. Handed in, so that tests and jobs give their own. */
export type Deps = {
  db: Db
  clock: Clock
  logger: Logger
  /** what this installation is called from outside, without a slash at the end */
  appUrl: string
  stripe: StripeGateway
  /** whether Stripe works out the tax; the rates that staff keep are used otherwise */
  isStripeTaxOn: boolean
  /** true when the Stripe key is a live one */
  livemode: boolean
  files: FileStore
  /** who signs with the keys of issuers of credentials */
  keys: KeyKeeper
  /** opens the keys of exam items, to score and to review */
  itemSealer: Sealer
  /** who is asked whether a tax number exists; null when nobody is */
  taxRegister: TaxRegister | null
  /** reads what other issuers of credentials publish */
  remote: RemoteReader
  limits: RateLimiter
  expireTags: ExpireTags
}
