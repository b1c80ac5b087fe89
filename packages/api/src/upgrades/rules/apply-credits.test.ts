import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { orderStatuses } from '../../payments/states'
import { chargeStep } from '../../shared/charge-step'
import { minimumChargeMinor } from '../../shared/minimum-charge'
import { creditTransitions } from '../states'
import { applyCredits, type Creditable } from './apply-credits'
import { creditStateOf } from './credit-state'

const currencies = ['USD', 'JPY', 'KWD', 'ISK', 'UGX'] as const
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

const anyCart = fc.constantFrom(...currencies).chain((currency) => {
  const amount = fc.bigInt({ min: 0n, max: 10n ** 6n }).map((steps) => steps * chargeStep(currency))
  const course = fc.integer({ min: 0, max: 5 }).map(String)
  return fc.record({
    currency: fc.constant(currency),
    lines: fc.array(
      fc.record({
        netMinor: amount,
        courseIds: fc.uniqueArray(course, { maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    creditable: fc
      .array(fc.record({ courseId: course, amountMinor: fc.bigInt({ min: 1n, max: 10n ** 7n }) }), {
        maxLength: 8,
      })
      .map((rows): Creditable[] =>
        rows.map((row, index) => ({ ...row, sourceLineId: `s${index}`, title: 'A course' })),
      ),
  })
})

describe('any purchases on any programs', () => {
  test('each counts once, for a program that holds it, never beyond what was paid or is asked', () => {
    fc.assert(
      fc.property(anyCart, ({ currency, lines, creditable }) => {
        const credits = applyCredits(lines, creditable, currency)
        expect(credits).toHaveLength(lines.length)
        const all = credits.flat()
        expect(new Set(all.map(({ sourceLineId }) => sourceLineId)).size).toBe(all.length)
        for (const [index, line] of lines.entries()) {
          const own = credits[index] ?? []
          expect(sum(own.map(({ amountMinor }) => amountMinor)) <= line.netMinor).toBe(true)
          for (const { sourceLineId, amountMinor } of own) {
            const source = creditable.find((each) => each.sourceLineId === sourceLineId)
            expect(line.courseIds).toContain(source?.courseId)
            expect(amountMinor > 0n && amountMinor <= (source?.amountMinor ?? 0n)).toBe(true)
            expect(amountMinor % chargeStep(currency)).toBe(0n)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('what is left is nothing, or enough for a card where it was enough before', () => {
    fc.assert(
      fc.property(anyCart, ({ currency, lines, creditable }) => {
        const credits = applyCredits(lines, creditable, currency).flat()
        const before = sum(lines.map(({ netMinor }) => netMinor))
        const left = before - sum(credits.map(({ amountMinor }) => amountMinor))
        const minimum = minimumChargeMinor(currency)
        if (before >= minimum && left > 0n) expect(left >= minimum).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

test('a credit follows its order alone, and comes back with a refund', () => {
  const stateOf = (status: (typeof orderStatuses)[number], isTaken = false) =>
    creditStateOf({ status, isMismatch: false }, isTaken)
  expect(stateOf('awaiting_payment')).toBe('reserved')
  expect(stateOf('paid')).toBe('redeemed')
  expect(stateOf('disputed')).toBe('redeemed')
  expect(stateOf('partially_refunded')).toBe('redeemed')
  expect(stateOf('partially_refunded', true)).toBe('released')
  expect(stateOf('refunded')).toBe('released')
  expect(stateOf('expired')).toBe('released')
  const reached = new Set(orderStatuses.map((status) => stateOf(status)))
  expect([...reached].sort()).toEqual(Object.keys(creditTransitions).sort())
})
