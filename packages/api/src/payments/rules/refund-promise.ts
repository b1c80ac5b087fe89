import { priceOfUnused } from '../../seats/rules/seat-money'
import type { RefundAnswer, RefundTerms, SentencePart } from '../schema'
import { withdrawalDays, withdrawalDeadline } from './withdrawal'

/** Days and share of the promise that new orders get. */
export const currentPromise = { days: 14, belowPercent: 30 } as const

/**
 * The terms that a line is sold under now, for somebody who has done `startPercent` of it already and may
 * have the right of withdrawal. Older orders keep theirs.
 */
export const currentRefundTerms = (startPercent: number, hasWithdrawal = false): RefundTerms => ({
  version: 3,
  ...currentPromise,
  startPercent,
  withdrawalDays: hasWithdrawal ? withdrawalDays : null,
})

export type RefundableLine = { amountMinor: bigint; terms: RefundTerms }
export type RefundHistory = {
  /** null before the purchase */
  paidAt: Date | null
  /** 0 to 100, of what the line bought */
  progressPercent: number
  /** what was given back on this line so far, minor units */
  refundedMinor: bigint
  /** whether what was paid counts for a program that was bought afterwards */
  isCredited?: boolean
  /** what became of what the line bought; left out: access of the buyer's own */
  use?: LineUse
  /** when the buyer asked for access at once and gave the right of withdrawal up for it */
  waivedAt?: Date | null
  /** whether an exam of what was bought was sat, and a credential of it issued: since version 3 */
  examSat?: boolean
  credentialIssued?: boolean
}

/** What the promise has to know of a line beside its money. */
export type LineUse =
  /** what is learnt under a membership is no part of it */
  | { purpose: 'access'; isMembership?: boolean }
  /** `unused`: seats that nobody holds or has held, and that are not paid back */
  | { purpose: 'seats'; quantity: number; refundedSeats: number; unused: number }
  | { purpose: 'gift'; isClaimed: boolean }
  | { purpose: 'exam_attempt'; isUsed: boolean }

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
 * payment, while less than `belowPercent` was done of what was not done at the purchase. Of seats the
 * price of those that nobody ever took, of a gift until it is claimed, of an exam attempt until it is
 * used. Since version 3 it ends with an exam that was sat and a credential that was issued, and who has
 * the right of withdrawal and did not give it up gets everything back until that ends, whatever else.
 * A line is decided by the version that it was sold under, and by nothing that this version did not know.
 * Other partial refunds are never owed by the promise; staff may still give one. Pure.
 */
export function refundPromise(
  line: RefundableLine,
  history: RefundHistory,
  now: Date,
): RefundAnswer {
  const use = history.use ?? { purpose: 'access' }
  const { days, belowPercent } = line.terms
  const start = startOf(line.terms)
  const answer = (
    reason: RefundAnswer['reason'],
    params: SentencePart['params'] = {},
    { until = null, owedMinor = 0n }: { until?: Date | null; owedMinor?: bigint } = {},
  ): RefundAnswer => ({
    isOwed: owedMinor > 0n,
    owedMinor,
    reason,
    until,
    sentence: [{ key: `refund.${reason}`, params }],
  })
  if (line.amountMinor === 0n) return answer('free')
  if (history.paidAt === null) {
    const { before } = reasonsOf[use.purpose]
    const promised = answer(before, { days, percent: belowPercent, start })
    const withdrawal = withdrawalOf(line.terms, use)
    if (withdrawal === null) return promised
    const part = { key: 'refund.withdrawal-before', params: { days: withdrawal } }
    return { ...promised, sentence: [...promised.sentence, part] }
  }
  if (history.refundedMinor >= line.amountMinor) return answer('already-refunded')
  // Its money went into a program: giving that back makes this refundable by its own promise again.
  if (history.isCredited) return answer('credited')
  const opens = accessOpensAt(line.terms, use, { ...history, paidAt: history.paidAt })
  if (opens !== null && now.getTime() < opens.getTime()) {
    const params = { until: opens.toISOString() }
    return answer('withdrawal', params, { until: opens, owedMinor: line.amountMinor })
  }
  const until = refundDeadline(line.terms, history.paidAt)
  const progress = progressSince(line.terms, history.progressPercent)
  const unused = use.purpose === 'seats' ? use.unused : 0
  const params = {
    days,
    percent: belowPercent,
    start,
    until: until.toISOString(),
    progress,
    unused,
  }
  if (now.getTime() > until.getTime()) return answer('too-late', params, { until })
  const { within, used } = reasonsOf[use.purpose]
  if (line.terms.version === 3 && history.credentialIssued) {
    return answer('credential-issued', params, { until })
  }
  if (line.terms.version === 3 && history.examSat) return answer('exam-sat', params, { until })
  if (isUsed(use, { progress, belowPercent })) return answer(used, params, { until })
  const owedMinor =
    use.purpose === 'seats'
      ? (priceOfUnused(
          {
            amountMinor: line.amountMinor,
            quantity: use.quantity,
            leftMinor: line.amountMinor - history.refundedMinor,
          },
          use,
          use.unused,
        ) ?? 0n)
      : line.amountMinor
  const isMembership = use.purpose === 'access' && use.isMembership === true
  return answer(isMembership ? 'membership-within' : within, params, { until, owedMinor })
}

/** The days of the right of withdrawal that a line has; what others get is given back while nobody used it. */
const withdrawalOf = (terms: RefundTerms, use: LineUse): number | null =>
  terms.version === 3 && use.purpose === 'access' ? terms.withdrawalDays : null

/**
 * When what a line bought opens for who has the right of withdrawal and keeps it: when that has ended. Null
 * for everybody else, to whom it opens with the payment.
 */
export function accessOpensAt(
  terms: RefundTerms,
  use: LineUse,
  { paidAt, waivedAt }: { paidAt: Date; waivedAt?: Date | null },
): Date | null {
  const days = withdrawalOf(terms, use)
  return days === null || waivedAt ? null : withdrawalDeadline(paidAt, days)
}

/** What is said of each purpose: before the purchase, while the price is owed, and once it was used. */
const reasonsOf = {
  access: { before: 'before-purchase', within: 'within-promise', used: 'too-far' },
  seats: { before: 'seats-before', within: 'seats-within', used: 'seats-used' },
  gift: { before: 'gift-before', within: 'gift-within', used: 'gift-claimed' },
  exam_attempt: { before: 'exam-before', within: 'exam-within', used: 'exam-used' },
} as const satisfies Record<
  LineUse['purpose'],
  Record<'before' | 'within' | 'used', RefundAnswer['reason']>
>

function isUsed(
  use: LineUse,
  { progress, belowPercent }: { progress: number; belowPercent: number },
): boolean {
  switch (use.purpose) {
    case 'access':
      return !use.isMembership && progress >= belowPercent
    case 'seats':
      return use.unused === 0
    case 'gift':
      return use.isClaimed
    case 'exam_attempt':
      return use.isUsed
  }
}
