import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, formatMoney, parseMoney, shareOf, toDecimalString } from './money'

const currency = fc.constantFrom('USD', 'EUR', 'JPY', 'KWD', 'ISK', 'UGX', 'KRW', 'TND')
const amount = fc.bigInt({ min: 0n, max: 10n ** 15n })

describe('amounts as text', () => {
  it('stand in minor units: dollars have two decimals, yen none, dinars three', () => {
    expect(toDecimalString({ amountMinor: 4900n, currency: 'USD' })).toBe('49.00')
    expect(toDecimalString({ amountMinor: 7500n, currency: 'JPY' })).toBe('7500')
    expect(toDecimalString({ amountMinor: 1234n, currency: 'KWD' })).toBe('1.234')
    expect(toDecimalString({ amountMinor: -5n, currency: 'EUR' })).toBe('-0.05')
  })

  it('are read back exactly, at any size', () => {
    fc.assert(
      fc.property(amount, currency, (amountMinor, code) => {
        expect(parseMoney(toDecimalString({ amountMinor, currency: code }), code)).toBe(amountMinor)
      }),
    )
  })

  it('are refused when they are not amounts of the currency', () => {
    for (const text of ['', '-1', '1.234', '1,23', '1e3', '0x10', ' 1 2', 'NaN']) {
      expect(parseMoney(text, 'USD')).toBeNull()
    }
    expect(parseMoney('7500.5', 'JPY')).toBeNull()
    expect(parseMoney('1,234.50', 'USD')).toBe(123450n)
  })

  it('are written as the reader writes them, whole amounts without decimals', () => {
    expect(formatMoney({ amountMinor: 4900n, currency: 'USD' }, 'en')).toBe('$49')
    expect(formatMoney({ amountMinor: 4950n, currency: 'USD' }, 'en')).toBe('$49.50')
    expect(formatMoney({ amountMinor: 4950n, currency: 'EUR' }, 'de')).toBe('49,50\u00a0€')
    expect(formatMoney({ amountMinor: 7500n, currency: 'JPY' }, 'en')).toBe('¥7,500')
    expect(formatMoney({ amountMinor: 900719925474099312n, currency: 'USD' }, 'en')).toBe(
      '$9,007,199,254,740,993.12',
    )
  })
})

describe('splitting an amount', () => {
  const weights = fc.array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: 1, maxLength: 8 })

  it('loses and invents nothing, whatever the weights', () => {
    fc.assert(
      fc.property(amount, weights, (total, parts) => {
        fc.pre(parts.some((part) => part > 0n))
        const split = allocate(total, parts)
        expect(split.reduce((sum, part) => sum + part, 0n)).toBe(total)
        const sum = parts.reduce((left, part) => left + part, 0n)
        split.forEach((part, index) => {
          const exact = (total * parts[index]!) / sum
          expect(part === exact || part === exact + 1n).toBe(true)
        })
      }),
    )
  })

  it('of a refund mirrors that of the payment', () => {
    expect(allocate(-100n, [1n, 1n, 1n])).toEqual(allocate(100n, [1n, 1n, 1n]).map((part) => -part))
  })

  it('rounds a share down, so that the rest is never negative', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (total, basisPoints) => {
        const share = shareOf(total, basisPoints)
        expect(share >= 0n && share <= total).toBe(true)
      }),
    )
  })
})
