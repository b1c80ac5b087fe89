import type { RefundAnswer, RefundTerms, SentencePart } from '../schema'

/** Days and share of the promise that new orders get. */
export const currentPromise = { days: 14, belowPercent: 30 } as const

/**
 * The terms that a line is sold under now, for somebody who has done `startPercent` of it already.
 * Older orders keep theirs.
 */
export const currentRefundTerms = (startPercent: number): RefundTerms => ({
  version: 2,
  ...currentPromise,
  startPercent,
})

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

const startOf = (terms: RefundTerms): number => (terms.version === 1 ? 0 : terms.startPercent)

/** How much of what was not done at the purchase is done now, in whole percent, rounded down. */
function progressSince(terms: RefundTerms, progressPercent: number): number {
  const start = startOf(terms)
  if (start >= 100) return 0
  return Math.max(0, Math.floor(((progressPercent - start) * 100) / (100 - start)))
}

/**
 * The refund promise, the one function that both words it before the purchase and decides by it
 * afterwards: the whole price of a line is owed up to and including `days` × 24 hours after the
 * payment, while less than `belowPercent` was done of what was not done at the purchase. Partial
 * refunds are never owed by the promise; staff may still give one. Pure.
 */
export function refundPromise(
  line: RefundableLine,
  history: RefundHistory,
  now: Date,
): RefundAnswer {
  const { days, belowPercent } = line.terms
  const start = startOf(line.terms)
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
  if (history.paidAt === null) {
    return answer('before-purchase', { days, percent: belowPercent, start })
  }
  if (history.refundedMinor >= line.amountMinor) return answer('already-refunded')
  const until = refundDeadline(line.terms, history.paidAt)
  const progress = progressSince(line.terms, history.progressPercent)
  const params = { days, percent: belowPercent, start, until: until.toISOString(), progress }
  if (now.getTime() > until.getTime()) return answer('too-late', params, until)
  if (progress >= belowPercent) return answer('too-far', params, until)
  return answer('within-promise', params, until)
}
