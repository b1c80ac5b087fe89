import type { RefundAnswer, RefundTerms, SentencePart } from '../schema'

/** The promise that new orders get. Older orders keep the terms that their lines were sold under. */
export const currentRefundTerms: RefundTerms = { version: 1, days: 14, belowPercent: 30 }

export type RefundableLine = { amountMinor: bigint; terms: RefundTerms }
export type RefundHistory = {
  /** null before the purchase */
  paidAt: Date | null
  /** 0 to 100, of what the line bought */
  progressPercent: number
  /** what was given back on this line so far, minor units */
  refundedMinor: bigint
}

const dayMs = 86_400_000

/** The last moment at which a refund is owed. */
export const refundDeadline = (terms: RefundTerms, paidAt: Date): Date =>
  new Date(paidAt.getTime() + terms.days * dayMs)

/**
 * The refund promise, the one function that both words it before the purchase and decides by it
 * afterwards: the whole price of a line is owed up to and including `days` × 24 hours after the
 * payment, while progress is below `belowPercent`. Partial refunds are never owed by the promise;
 * staff may still give one. Pure.
 */
export function refundPromise(
  line: RefundableLine,
  history: RefundHistory,
  now: Date,
): RefundAnswer {
  const { days, belowPercent } = line.terms
  const answer = (
    reason: RefundAnswer['reason'],
    params: SentencePart['params'] = {},
    until: Date | null = null,
  ): RefundAnswer => ({
    isOwed: reason === 'within-promise',
    reason,
    until,
    sentence: [{ key: `refund.${reason}`, params }],
  })
  if (line.amountMinor === 0n) return answer('free')
  if (history.paidAt === null) return answer('before-purchase', { days, percent: belowPercent })
  if (history.refundedMinor >= line.amountMinor) return answer('already-refunded')
  const until = refundDeadline(line.terms, history.paidAt)
  const params = {
    days,
    percent: belowPercent,
    until: until.toISOString(),
    progress: history.progressPercent,
  }
  if (now.getTime() > until.getTime()) return answer('too-late', params, until)
  if (history.progressPercent >= belowPercent) return answer('too-far', params, until)
  return answer('within-promise', params, until)
}
