import type { AccountFact } from '../../payments/rules/facts'
import type { AccountState } from '../states'

/** How an account stands, and Stripe's word for why when it is not as it should be. */
export type DerivedAccount = { state: AccountState; reason: string | null }

/**
 * `ready`: money can be moved to it and on to its bank. `onboarding`: its owner has not told everything yet.
 * `restricted`: Stripe holds it, also while it checks. `deauthorized`: out of our reach. Pure.
 */
export function deriveAccount(fact: AccountFact | null): DerivedAccount {
  if (fact === null) return { state: 'deauthorized', reason: null }
  if (fact.isTransferable && fact.isPayable) return { state: 'ready', reason: null }
  if (!fact.hasDetails) return { state: 'onboarding', reason: null }
  const waits = fact.due.length > 0 ? 'requirements.past_due' : 'requirements.pending_verification'
  return { state: 'restricted', reason: fact.disabledReason ?? waits }
}
