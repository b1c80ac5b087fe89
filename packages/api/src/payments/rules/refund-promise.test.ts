import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RefundTerms } from '../schema'
import {
  accessOpensAt,
  currentRefundTerms,
  type RefundHistory,
  refundDeadline,
  refundPromise,
} from './refund-promise'

const paidAt = new Date('2026-06-01T12:00:00Z')
const line = { amountMinor: 4900n, terms: currentRefundTerms(0) }
const fresh = { paidAt, progressPercent: 0, refundedMinor: 0n }
const later = (ms: number) => new Date(paidAt.getTime() + ms)
const window = 14 * 86_400_000

describe('refundPromise', () => {
  test('before the purchase it states its terms', () => {
    const answer = refundPromise(line, { ...fresh, paidAt: null }, paidAt)
    expect(answer).toMatchObject({ isOwed: false, reason: 'before-purchase', until: null })
    expect(answer.sentence).toEqual([
      { key: 'refund.before-purchase', params: { days: 14, percent: 30, start: 0 } },
    ])
  })

  test.each([
    { at: later(0), progressPercent: 0, reason: 'within-promise' },
    { at: later(window), progressPercent: 29, reason: 'within-promise' },
    { at: later(window + 1), progressPercent: 0, reason: 'too-late' },
    { at: later(0), progressPercent: 30, reason: 'too-far' },
    { at: later(window + 1), progressPercent: 100, reason: 'too-late' },
  ])('$reason at $at with $progressPercent %', ({ at, progressPercent, reason }) => {
    const answer = refundPromise(line, { ...fresh, progressPercent }, at)
    expect(answer).toMatchObject({ reason, isOwed: reason === 'within-promise' })
    expect(answer.until).toEqual(later(window))
  })

  test('what is learnt under a membership does not end it', () => {
    const use = { purpose: 'access', isMembership: true } as const
    const answer = refundPromise(line, { ...fresh, progressPercent: 100, use }, later(window))
    expect(answer).toMatchObject({ reason: 'membership-within', isOwed: true })
  })

  test.each([
    { startPercent: 50, progressPercent: 50, progress: 0, reason: 'within-promise' },
    { startPercent: 50, progressPercent: 64, progress: 28, reason: 'within-promise' },
    { startPercent: 50, progressPercent: 65, progress: 30, reason: 'too-far' },
    { startPercent: 50, progressPercent: 40, progress: 0, reason: 'within-promise' },
    { startPercent: 100, progressPercent: 100, progress: 0, reason: 'within-promise' },
  ])('what was done before does not count: $startPercent → $progressPercent %', (row) => {
    const bought = { amountMinor: 4900n, terms: currentRefundTerms(row.startPercent) }
    const answer = refundPromise(bought, { ...fresh, progressPercent: row.progressPercent }, paidAt)
    expect(answer.reason).toBe(row.reason)
    expect(answer.sentence[0]?.params).toMatchObject({
      progress: row.progress,
      start: row.startPercent,
    })
  })

  test('orders that were sold under the first terms keep them', () => {
    const sold = { amountMinor: 4900n, terms: { version: 1, days: 14, belowPercent: 30 } as const }
    expect(refundPromise(sold, { ...fresh, progressPercent: 29 }, paidAt).isOwed).toBe(true)
    expect(refundPromise(sold, { ...fresh, progressPercent: 30 }, paidAt).reason).toBe('too-far')
  })

  test('nothing is owed for what was free or given back', () => {
    expect(refundPromise({ ...line, amountMinor: 0n }, fresh, paidAt).reason).toBe('free')
    expect(refundPromise(line, { ...fresh, refundedMinor: 4900n }, paidAt).reason).toBe(
      'already-refunded',
    )
  })

  test('what is promised before paying is kept: owed exactly while both terms hold', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 100 * 86_400_000 }),
        (days, belowPercent, progressPercent, elapsed) => {
          const terms = { version: 1 as const, days, belowPercent }
          const answer = refundPromise(
            { amountMinor: 100n, terms },
            { ...fresh, progressPercent },
            later(elapsed),
          )
          const isIn = later(elapsed) <= refundDeadline(terms, paidAt)
          expect(answer.isOwed).toBe(isIn && progressPercent < belowPercent)
        },
      ),
    )
  })

  test('a consumer in the Union is told of the right of withdrawal, and may use it until it ends', () => {
    const sold = { amountMinor: 4900n, terms: currentRefundTerms(0, true) }
    const before = refundPromise(sold, { ...fresh, paidAt: null }, paidAt)
    expect(before.sentence.map((part) => part.key)).toEqual([
      'refund.before-purchase',
      'refund.withdrawal-before',
    ])
    const opens = accessOpensAt(sold.terms, { purpose: 'access' }, { paidAt })
    const last = new Date((opens?.getTime() ?? 0) - 1)
    const unwaived = refundPromise(sold, { ...fresh, progressPercent: 100 }, last)
    expect(unwaived).toMatchObject({ isOwed: true, reason: 'withdrawal', until: opens })
    expect(refundPromise(sold, fresh, opens ?? paidAt).reason).toBe('too-late')
    const waived = { ...fresh, waivedAt: paidAt, progressPercent: 100 }
    expect(refundPromise(sold, waived, paidAt).reason).toBe('too-far')
    expect(accessOpensAt(sold.terms, { purpose: 'access' }, { paidAt, waivedAt: paidAt })).toBe(
      null,
    )
  })

  test('an exam that was sat and a credential that was issued end it', () => {
    expect(refundPromise(line, { ...fresh, examSat: true }, paidAt).reason).toBe('exam-sat')
    const issued = { ...fresh, examSat: true, credentialIssued: true }
    expect(refundPromise(line, issued, paidAt).reason).toBe('credential-issued')
  })

  const historyArb = fc.record({
    elapsed: fc.integer({ min: 0, max: 30 * 86_400_000 }),
    progressPercent: fc.integer({ min: 0, max: 100 }),
    refundedMinor: fc.constantFrom(0n, 1n, 4900n),
    waived: fc.boolean(),
    examSat: fc.boolean(),
    credentialIssued: fc.boolean(),
  })
  const days = fc.integer({ min: 0, max: 30 })
  const percent = fc.integer({ min: 0, max: 100 })
  const soldBefore: fc.Arbitrary<RefundTerms> = fc.oneof(
    fc.record({ version: fc.constant(1 as const), days, belowPercent: percent }),
    fc.record({
      version: fc.constant(2 as const),
      days,
      belowPercent: percent,
      startPercent: percent,
    }),
  )
  const historyOf = ({
    waived,
    ...facts
  }: { waived: boolean } & Omit<RefundHistory, 'paidAt' | 'waivedAt'>) =>
    ({ ...facts, paidAt, waivedAt: waived ? paidAt : null }) satisfies RefundHistory

  test('a later policy never worsens an earlier promise: an old line is decided by what its version knew', () => {
    fc.assert(
      fc.property(soldBefore, historyArb, (terms, { elapsed, ...facts }) => {
        const now = later(elapsed)
        const sold = { amountMinor: 4900n, terms }
        const history = historyOf(facts)
        const answer = refundPromise(sold, history, now)
        // The words of the first two versions, written down once more.
        const start = terms.version === 1 ? 0 : terms.startPercent
        const left = 100 - start
        const done = left === 0 ? 0 : Math.floor(((facts.progressPercent - start) * 100) / left)
        const isOwed =
          facts.refundedMinor < 4900n &&
          elapsed <= terms.days * 86_400_000 &&
          Math.max(0, done) < terms.belowPercent
        expect(answer.isOwed).toBe(isOwed)
        const { progressPercent, refundedMinor } = facts
        const known = { paidAt, progressPercent, refundedMinor }
        expect(refundPromise(sold, known, now)).toEqual(answer)
      }),
      { numRuns: 1000 },
    )
  })

  test('the right of withdrawal only adds: who has it is owed whatever everybody else is owed', () => {
    fc.assert(
      fc.property(percent, historyArb, (startPercent, { elapsed, ...facts }) => {
        const now = later(elapsed)
        const owed = (hasWithdrawal: boolean) =>
          refundPromise(
            { amountMinor: 4900n, terms: currentRefundTerms(startPercent, hasWithdrawal) },
            historyOf(facts),
            now,
          ).isOwed
        if (owed(false)) expect(owed(true)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
