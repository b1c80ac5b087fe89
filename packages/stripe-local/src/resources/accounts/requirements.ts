import type Stripe from 'stripe'
import type { AccountRow } from '../../state/rows'

/** What an account has to tell before money can be moved to it, by Stripe's names. */
export const REQUIRED = [
  'company.name',
  'company.address.line1',
  'company.tax_id',
  'external_account',
  'tos_acceptance.date',
] as const
export type Requirement = (typeof REQUIRED)[number]

/** This tax number takes its time to be checked, as with Stripe's own test values. */
export const SLOW_TAX_ID = '111111111'

/**
 * The parts of an account that follow from what was given, what is being checked and what Stripe has
 * stopped: nothing else sets them, so they always agree.
 */
export function derivedParts(
  row: Pick<AccountRow, 'given' | 'isChecking' | 'stopped'>,
): Pick<
  Stripe.Account,
  'capabilities' | 'details_submitted' | 'payouts_enabled' | 'charges_enabled' | 'requirements'
> {
  const missing: string[] = REQUIRED.filter((name) => !row.given.includes(name))
  const isComplete = missing.length === 0
  const isActive = isComplete && !row.isChecking && row.stopped === null
  const hasBank = row.given.includes('external_account')
  const isPending = isComplete && row.isChecking
  return {
    capabilities: {
      transfers:
        isActive || onlyBankMissing(missing, row) ? 'active' : isPending ? 'pending' : 'inactive',
    },
    charges_enabled: false,
    details_submitted: row.given.includes('tos_acceptance.date'),
    payouts_enabled: isActive && hasBank,
    requirements: {
      alternatives: [],
      current_deadline: null,
      currently_due: missing,
      disabled_reason: row.stopped ?? reasonOf(missing, row),
      errors: [],
      eventually_due: missing,
      past_due: missing,
      pending_verification: row.isChecking ? ['company.tax_id'] : [],
    },
  }
}

/** A bank account that the bank has closed stops payouts from the account, not transfers to it. */
const onlyBankMissing = (
  missing: readonly string[],
  { stopped, isChecking }: Pick<AccountRow, 'isChecking' | 'stopped'>,
): boolean => missing.join() === 'external_account' && stopped === null && !isChecking

function reasonOf(
  missing: readonly string[],
  { isChecking }: Pick<AccountRow, 'isChecking'>,
): Stripe.Account.Requirements.DisabledReason | null {
  if (missing.length > 0) return 'requirements.past_due'
  return isChecking ? 'requirements.pending_verification' : null
}
