import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chargeStep } from '../../shared/charge-step'
import { shareOf } from '../../shared/money'
import { bundleOffers } from './bundle-offers'
import { type Content, contentsProblem } from './contents'
import { splitPrice } from './split-price'

const currencies = ['USD', 'EUR', 'JPY', 'KWD', 'ISK', 'UGX', 'BHD', 'KRW'] as const
const sum = (parts: readonly bigint[]) => parts.reduce((total, part) => total + part, 0n)

const anyBundle = fc.constantFrom(...currencies).chain((currency) => {
  const amount = (min: bigint) =>
    fc.bigInt({ min, max: 10n ** 7n }).map((steps) => steps * chargeStep(currency))
  return fc.record({
    currency: fc.constant(currency),
    amountMinor: amount(1n),
    own: fc.array(amount(0n), { minLength: 2, maxLength: 12 }),
    shares: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 12, maxLength: 12 }),
  })
})

describe('the price of a bundle', () => {
  test('is split without a unit lost: parts sum to it, can be charged, and keep their ratio', () => {
    fc.assert(
      fc.property(anyBundle, ({ currency, amountMinor, own }) => {
        const { priceMinor, separatelyMinor, parts } = splitPrice({ amountMinor, currency }, own)
        const step = chargeStep(currency)
        expect(separatelyMinor).toBe(sum(own))
        expect([amountMinor, separatelyMinor]).toContain(priceMinor)
        expect(priceMinor <= amountMinor && priceMinor <= separatelyMinor).toBe(true)
        expect(sum(parts)).toBe(priceMinor)
        for (const [index, part] of parts.entries()) {
          const weight = own[index] ?? 0n
          expect(part % step).toBe(0n)
          expect(part >= 0n && part <= weight).toBe(true)
          // Largest remainder: less than one step from the exact ratio.
          const distance = part * separatelyMinor - priceMinor * weight
          expect((distance < 0n ? -distance : distance) < step * (separatelyMinor || 1n)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('shares of providers and what the platform keeps sum to it in every currency', () => {
    fc.assert(
      fc.property(anyBundle, ({ currency, amountMinor, own, shares }) => {
        const { priceMinor, parts } = splitPrice({ amountMinor, currency }, own)
        const paidOut = parts.map((part, index) => shareOf(part, shares[index] ?? 0))
        const kept = parts.map((part, index) => part - (paidOut[index] ?? 0n))
        expect(sum(paidOut) + sum(kept)).toBe(priceMinor)
        expect(kept.every((part) => part >= 0n)).toBe(true)
      }),
    )
  })

  test('is offered in the currencies that all its parts have, never above what they cost alone', () => {
    const prices = (...rows: [string, bigint][]) => ({
      prices: rows.map(([currency, amountMinor]) => ({ currency, amountMinor })),
    })
    const parts = [
      prices(['USD', 4900n], ['JPY', 7500n]),
      prices(['USD', 2900n], ['JPY', 4500n], ['EUR', 1n]),
    ]
    expect(bundleOffers(prices(['USD', 5900n], ['EUR', 5500n], ['JPY', 99_000n]), parts)).toEqual([
      { currency: 'USD', priceMinor: 5900n, separatelyMinor: 7800n },
      { currency: 'JPY', priceMinor: 12_000n, separatelyMinor: 12_000n },
    ])
  })
})

test('nothing comes twice in a bundle, and only what is taught here is in it', () => {
  const course: Content = {
    id: 'c',
    kind: 'course',
    origin: 'own',
    status: 'published',
    courseIds: [],
  }
  const other = { ...course, id: 'd' }
  const program = { ...course, id: 'p', kind: 'program', courseIds: ['c'] }
  const problem = (...contents: Content[]) =>
    contentsProblem(
      contents.map(({ id }) => id),
      contents,
    )
  expect(problem(course, other)).toBeNull()
  expect(problem(other, program)).toBeNull()
  expect(problem(course, program)).toBe('bundle-offering-inside')
  expect(problem(program, { ...program, id: 'q' })).toBe('bundle-offering-inside')
  expect(problem(course, { ...other, origin: 'external' })).toBe('bundle-offering-unknown')
  expect(problem(course, { ...other, kind: 'certification' })).toBe('bundle-offering-unknown')
  expect(contentsProblem(['c', 'gone'], [course])).toBe('bundle-offering-unknown')
})
