import type { BankPayoutFact } from '../../payments/rules/facts'

export type BankStanding = {
  state: 'sent' | 'paid' | 'failed'
  reason: 'bank-refused' | null
  bankPayoutId: string
  bankArrivesOn: Date
}

/**
 * What became of a payment on an account at its bank; null while it has not been paid out. Money that the
 * bank sent back goes out again with a later payout, which has the failed one among its parts, so the last
 * of that chain counts. Pure.
 */
export function deriveBank(
  paymentId: string,
  bankPayouts: readonly BankPayoutFact[],
): BankStanding | null {
  const holding = (id: string) => bankPayouts.find((payout) => payout.sources.includes(id))
  let last = holding(paymentId)
  if (!last) return null
  for (let next = holding(last.id); next; next = holding(next.id)) last = next
  const hasFailed = last.status === 'failed' || last.status === 'canceled'
  return {
    state: hasFailed ? 'failed' : last.status === 'paid' ? 'paid' : 'sent',
    reason: hasFailed ? 'bank-refused' : null,
    bankPayoutId: last.id,
    bankArrivesOn: last.arrivesOn,
  }
}
