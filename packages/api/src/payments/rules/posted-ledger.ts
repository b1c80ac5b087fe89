import type { LedgerAccount, LedgerKind, Posting } from './posting'

/** A transaction of the ledger as it is stored, with entries that no rule makes as well. */
export type StoredPosting = {
  kind: LedgerKind | 'adjustment' | 'transfer' | 'transfer_reversal'
  externalId: string
  occurredAt: Date
  entries: readonly {
    account: LedgerAccount
    ownerId: string | null
    currency: string
    amountMinor: bigint
  }[]
}

/** What the ledger holds for an order, in the form of the rules. */
export const postingsOf = (order: { ledger: readonly StoredPosting[] }): Posting[] =>
  order.ledger.flatMap(({ kind, externalId, occurredAt, entries }) =>
    kind === 'adjustment' || kind === 'transfer' || kind === 'transfer_reversal'
      ? []
      : {
          kind,
          externalId,
          occurredAt,
          entries: entries.map(({ account, ownerId, currency, amountMinor }) => ({
            account,
            ownerId,
            currency,
            amountMinor,
          })),
        },
  )
