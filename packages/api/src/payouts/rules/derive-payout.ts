import { type BalanceFact, byAge, sumMinor, type TransferFact } from '../../payments/rules/facts'
import type { PayoutReason, PayoutState } from '../states'

export type PayoutPosting = {
  kind: 'transfer' | 'transfer_reversal'
  externalId: string
  occurredAt: Date
  entries: {
    account: 'stripe_balance' | 'provider_payable' | 'processor_fees'
    ownerId: string | null
    currency: string
    amountMinor: bigint
  }[]
}

/**
 * What transfers and reversals are in the ledger: what leaves the Stripe balance is no longer owed to the
 * provider, and what comes back is owed again. Amounts are those of the balance transactions; what has
 * none yet is not posted. Pure.
 */
export function derivePayoutPostings(
  providerId: string,
  transfers: readonly TransferFact[],
): PayoutPosting[] {
  const post = (kind: PayoutPosting['kind'], id: string, balance: BalanceFact | null) => {
    if (!balance) return []
    const { currency, amountMinor, feeMinor } = balance
    const entries: PayoutPosting['entries'] = [
      { account: 'stripe_balance', ownerId: null, currency, amountMinor: amountMinor - feeMinor },
      { account: 'processor_fees', ownerId: null, currency, amountMinor: feeMinor },
      { account: 'provider_payable', ownerId: providerId, currency, amountMinor: -amountMinor },
    ]
    const posting = { kind, externalId: id, occurredAt: balance.createdAt }
    return [{ ...posting, entries: entries.filter((entry) => entry.amountMinor !== 0n) }]
  }
  return transfers.flatMap((transfer) => [
    ...post('transfer', transfer.id, transfer.balance),
    ...transfer.reversals.flatMap(({ id, balance }) => post('transfer_reversal', id, balance)),
  ])
}

/** Stripe's code for an answer that is another one as soon as more is available (docs.stripe.com/error-codes). */
const shortOfMoney = 'balance_insufficient'

export type DerivedPayout = {
  state: PayoutState
  reason: PayoutReason | null
  transfer: TransferFact | null
  reversedMinor: bigint
}

/**
 * Where a payout stands, by what Stripe has of it and by its last command to transfer it. One that the bank
 * has dealt with keeps that. Without a transfer, a command that Stripe refused for good blocks it: what it
 * consists of may be taken back before it is tried again, so it is planned anew then. Pure.
 */
export function derivePayout(
  payout: { state: PayoutState; reason: string | null },
  transfers: readonly TransferFact[],
  lastCommand: { state: string; error: string | null } | null,
): DerivedPayout {
  const [transfer] = byAge(transfers)
  if (transfer) {
    const isSettled = payout.state === 'paid' || payout.state === 'failed'
    return {
      state: isSettled ? payout.state : 'sent',
      reason: isSettled ? (payout.reason as PayoutReason | null) : null,
      transfer,
      reversedMinor: sumMinor(transfer.reversals),
    }
  }
  const none = { transfer: null, reversedMinor: 0n }
  if (payout.state !== 'due' || lastCommand?.state !== 'failed') {
    return { state: payout.state, reason: payout.reason as PayoutReason | null, ...none }
  }
  const isShort = lastCommand.error?.startsWith(shortOfMoney)
  return { state: 'blocked', reason: isShort ? 'balance' : 'refused', ...none }
}
