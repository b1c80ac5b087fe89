import { expect, test } from 'vitest'
import { isCheaperInRegion, pricesInRegion } from './regional-price'

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
