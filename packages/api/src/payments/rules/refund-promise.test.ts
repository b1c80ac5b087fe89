import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currentRefundTerms, refundDeadline, refundPromise } from './refund-promise'

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
})
