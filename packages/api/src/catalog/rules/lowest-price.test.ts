import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowestPriceBefore, type PricePast } from './lowest-price'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 86_400_000)
const price = (amountMinor: bigint, from: number, to: number | null): PricePast => ({
  amountMinor,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
})

test('the lowest of the thirty days before, not that of the days before those', () => {
  const prices = [price(2900n, 0, 10), price(4900n, 10, 50), price(4500n, 50, 60)]
  expect(lowestPriceBefore(prices, day(60))).toBe(4500n)
  expect(lowestPriceBefore(prices, day(40))).toBe(4900n)
  expect(lowestPriceBefore(prices, day(39))).toBe(2900n)
})

test('an earlier offer within the thirty days is the price to beat', () => {
  const prices = [price(4900n, 0, 20), price(2900n, 20, 22), price(4900n, 22, 40)]
  expect(lowestPriceBefore(prices, day(40))).toBe(2900n)
})

test('what begins at the moment itself does not count; a price that never counted neither', () => {
  expect(lowestPriceBefore([price(1000n, 5, null)], day(5))).toBeNull()
  expect(lowestPriceBefore([price(900n, 1, 1), price(1000n, 1, null)], day(5))).toBe(1000n)
})

test('it is the lowest that one would have paid on any of those days', () => {
  const step = fc.record({
    amountMinor: fc.bigInt({ min: 1n, max: 10n ** 6n }),
    days: fc.integer({ min: 1, max: 40 }),
  })
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let at = 0
      const prices = steps.map(({ amountMinor, days }) => {
        at += days
        return price(amountMinor, at - days, at)
      })
      const paid: bigint[] = []
      for (let past = Math.max(0, at - 30); past < at; past += 1) {
        const found = prices.find(
          ({ validFrom, validTo }) =>
            validFrom <= day(past) && (validTo === null || day(past) < validTo),
        )
        if (found) paid.push(found.amountMinor)
      }
      const [lowest] = paid.sort((a, b) => Number(a - b))
      expect(lowestPriceBefore(prices, day(at))).toBe(lowest)
    }),
  )
})
