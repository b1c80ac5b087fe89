import { minimumOf } from '@archway/stripe-local/money/currencies'
import { expect, test } from 'vitest'
import { isBelowMinimumCharge, minimumChargeMinor } from './minimum-charge'

test('nothing is free, and anything else is at least what Stripe charges', () => {
  const below = (amountMinor: bigint, currency: string) =>
    isBelowMinimumCharge({ amountMinor, currency })
  expect(below(0n, 'USD')).toBe(false)
  expect(below(49n, 'USD')).toBe(true)
  expect(below(50n, 'USD')).toBe(false)
  expect(below(49n, 'JPY')).toBe(true)
  expect(below(1n, 'KWD')).toBe(false)
})

test('the local Stripe refuses the very same amounts', () => {
  const currencies =
    'AED AUD BRL CAD CHF CZK DKK EUR GBP HKD HUF INR JPY KWD MXN MYR NOK NZD PLN RON SEK SGD THB USD'
  for (const currency of currencies.split(' ')) {
    expect([currency, minimumChargeMinor(currency)]).toEqual([
      currency,
      BigInt(minimumOf(currency.toLowerCase())),
    ])
  }
})
