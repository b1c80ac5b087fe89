import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lowestPriceBefore, type PricePast } from './lowest-price'
import { isCheaperInRegion, pastInRegion, pricesInRegion } from './regional-price'

const general = [
  { id: 'usd', currency: 'USD', amountMinor: 4900n },
  { id: 'eur', currency: 'EUR', amountMinor: 4500n },
]
const regional = [
  { currency: 'USD', amountMinor: 1900n },
  { currency: 'INR', amountMinor: 99_900n },
]

test('a region’s prices come before the general ones, which hold elsewhere', () => {
  expect(pricesInRegion(general, regional)).toEqual([
    { id: 'usd', currency: 'USD', amountMinor: 1900n },
    { id: null, currency: 'INR', amountMinor: 99_900n },
    { id: 'eur', currency: 'EUR', amountMinor: 4500n },
  ])
})

test('a region gives something away where it is cheaper, or sells in a currency of its own', () => {
  expect(isCheaperInRegion('USD', general, regional)).toBe(true)
  expect(isCheaperInRegion('INR', general, regional)).toBe(true)
  expect(isCheaperInRegion('EUR', general, regional)).toBe(false)
  expect(isCheaperInRegion('USD', general, [{ currency: 'USD', amountMinor: 5900n }])).toBe(false)
})

const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000)

/** Prices one after the other, some with time between them, the last one perhaps without an end. */
const past = fc
  .record({
    spans: fc.array(
      fc.record({
        wait: fc.nat(20),
        days: fc.integer({ min: 1, max: 40 }),
        amountMinor: fc.bigInt({ min: 1n, max: 9999n }),
      }),
      { maxLength: 5 },
    ),
    isOpen: fc.boolean(),
  })
  .map(({ spans, isOpen }) => {
    let at = 0
    return spans.map(({ wait, days, amountMinor }, index): PricePast => {
      const from = at + wait
      at = from + days
      const isLast = index === spans.length - 1
      return { amountMinor, validFrom: day(from), validTo: isLast && isOpen ? null : day(at) }
    })
  })

const priceAt = (prices: readonly PricePast[], at: Date): bigint[] =>
  prices
    .filter((price) => price.validFrom <= at && (price.validTo === null || at < price.validTo))
    .map((price) => price.amountMinor)

test('at every moment a region has its own price, or else the general one, and never two', () => {
  fc.assert(
    fc.property(past, past, fc.nat(300), (general, regional, days) => {
      const all = pastInRegion(general, regional)
      const own = priceAt(regional, day(days))
      expect(priceAt(all, day(days))).toEqual(own.length > 0 ? own : priceAt(general, day(days)))
    }),
  )
})

test('the lowest price of thirty days in a region is the lowest of what was paid there on each of them', () => {
  fc.assert(
    fc.property(past, past, fc.integer({ min: 30, max: 300 }), (general, regional, days) => {
      const paid = Array.from({ length: 30 }, (_, back) => day(days - 30 + back)).flatMap((at) =>
        priceAt(pastInRegion(general, regional), at),
      )
      const lowest = paid.reduce<bigint | null>(
        (least, price) => (least === null || price < least ? price : least),
        null,
      )
      expect(lowestPriceBefore(pastInRegion(general, regional), day(days))).toBe(lowest)
    }),
  )
})

test('every currency has one price in a region: its own, or the general one', () => {
  const price = fc.record({
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
    amountMinor: fc.bigInt({ min: 1n, max: 99_999n }),
  })
  const prices = fc.uniqueArray(price, { selector: ({ currency }) => currency })
  fc.assert(
    fc.property(prices, prices, (everywhere, own) => {
      const all = pricesInRegion(
        everywhere.map((row) => ({ ...row, id: `price-${row.currency}` })),
        own,
      )
      const currencies = all.map(({ currency }) => currency)
      expect(new Set(currencies).size).toBe(currencies.length)
      for (const { id, currency, amountMinor } of all) {
        const usual = everywhere.find((row) => row.currency === currency)
        const here = own.find((row) => row.currency === currency)
        expect(amountMinor).toBe((here ?? usual)?.amountMinor)
        expect(id).toBe(usual ? `price-${currency}` : null)
      }
      expect(all).toHaveLength(
        new Set([...everywhere, ...own].map(({ currency }) => currency)).size,
      )
    }),
  )
})
