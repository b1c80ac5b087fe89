/** Accounts of the ledger; `owner` is the provider for `provider_payable` and null elsewhere. */
export type LedgerAccount =
  | 'stripe_balance'
  | 'processor_fees'
  | 'platform_revenue'
  | 'provider_payable'
  | 'tax_payable'
  | 'dispute_receivable'
  | 'dispute_fees'
  | 'dispute_losses'
  | 'unapplied_payments'

export type LedgerKind =
  | 'charge'
  | 'charge_fee'
  | 'refund'
  | 'refund_failed'
  | 'dispute'
  | 'dispute_fee'
  | 'dispute_reversal'
  | 'dispute_lost'
  | 'dispute_reinstated'

/** Debits positive, credits negative, minor units. */
export type Entry = {
  account: LedgerAccount
  ownerId: string | null
  currency: string
  amountMinor: bigint
}

export type Posting = {
  kind: LedgerKind
  /** id of the Stripe object; with `kind` it is unique, so that nothing is posted twice */
  externalId: string
  occurredAt: Date
  entries: Entry[]
}

/** Adds entries of the same account and owner together and leaves out what comes to nothing. */
export function compactEntries(entries: readonly Entry[]): Entry[] {
  const sums = new Map<string, Entry>()
  for (const entry of entries) {
    const key = `${entry.account} ${entry.ownerId} ${entry.currency}`
    const sum = sums.get(key)
    sums.set(key, { ...entry, amountMinor: (sum?.amountMinor ?? 0n) + entry.amountMinor })
  }
  return [...sums.values()].filter((entry) => entry.amountMinor !== 0n)
}

/** The same entries with the opposite sign. */
export const reverseEntries = (entries: readonly Entry[]): Entry[] =>
  entries.map((entry) => ({ ...entry, amountMinor: -entry.amountMinor }))
