import type { AllocatedRefund, Allocation } from '../../payments/rules/allocate-refund'
import { derivePostings } from '../../payments/rules/derive-postings'
import type { ChargeFact, DisputeFact, RefundFact } from '../../payments/rules/facts'
import type { LedgerLine } from '../../payments/rules/ledger-book'
import type { Posting } from '../../payments/rules/posting'

/** A refund that was not made: its id stands for no object of Stripe's. */
const previewId = 're_preview'

export type RefundShareInput = {
  lines: readonly LedgerLine[]
  charges: readonly Omit<ChargeFact, 'balance'>[]
  refunds: readonly (Omit<RefundFact, 'balance' | 'failureBalance'> & AllocatedRefund)[]
  disputes: readonly Omit<DisputeFact, 'balances'>[]
  posted: readonly Posting[]
  /** what the refund would give back, by line */
  wanted: readonly Allocation[]
  now: Date
}

/**
 * What a refund would take back from each provider, in the settlement currency: the entries that
 * the ledger's own rule would post for it, with the earlier postings in place of Stripe's balance
 * transactions. Null while the payment is not in the ledger yet. Pure.
 */
export function refundShares(
  input: RefundShareInput,
): { providerId: string; amountMinor: bigint; currency: string }[] | null {
  const charge = input.posted.find((posting) => posting.kind === 'charge')
  const money = charge?.entries.find((entry) => entry.account === 'stripe_balance')
  if (!charge || !money) return null
  const { currency } = money
  const amountMinor = input.wanted.reduce((sum, part) => sum + part.amountMinor, 0n)
  const preview: RefundFact = {
    id: previewId,
    chargeId: charge.externalId,
    amountMinor,
    currency,
    status: 'succeeded',
    reason: null,
    commandId: null,
    createdAt: input.now,
    balance: {
      id: previewId,
      amountMinor: -amountMinor,
      feeMinor: 0n,
      currency,
      createdAt: input.now,
    },
    failureBalance: null,
  }
  const fresh = derivePostings({
    lines: input.lines,
    facts: {
      session: null,
      intent: null,
      charges: input.charges.map((fact) => ({ ...fact, balance: balanceOf(input.posted, fact) })),
      refunds: [
        ...input.refunds.map((fact) => ({ ...fact, balance: null, failureBalance: null })),
        preview,
      ],
      disputes: input.disputes.map((fact) => ({ ...fact, balances: [] })),
    },
    allocations: new Map([
      ...input.refunds.map((fact) => [fact.id, fact.allocations] as const),
      [previewId, input.wanted] as const,
    ]),
    posted: input.posted,
    isUnapplied: charge.entries.some((entry) => entry.account === 'unapplied_payments'),
    now: input.now,
  }).find((posting) => posting.externalId === previewId)
  return (fresh?.entries ?? [])
    .filter((entry) => entry.account === 'provider_payable')
    .map((entry) => ({
      providerId: entry.ownerId ?? '',
      amountMinor: entry.amountMinor,
      currency: entry.currency,
    }))
}

/** The movement that a charge was posted with. */
function balanceOf(posted: readonly Posting[], charge: { id: string }): ChargeFact['balance'] {
  const posting = posted.find(
    ({ kind, externalId }) => kind === 'charge' && externalId === charge.id,
  )
  const money = posting?.entries.find((entry) => entry.account === 'stripe_balance')
  if (!posting || !money) return null
  return {
    id: charge.id,
    amountMinor: money.amountMinor,
    feeMinor: 0n,
    currency: money.currency,
    createdAt: posting.occurredAt,
  }
}
