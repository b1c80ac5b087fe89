import { expect, test } from 'vitest'
import { currencySums } from './currency-sums'

test('debits and credits add up apart, per currency', () => {
  expect(
    currencySums([
      { currency: 'USD', amountMinor: 100n },
      { currency: 'USD', amountMinor: -70n },
      { currency: 'USD', amountMinor: -31n },
      { currency: 'JPY', amountMinor: 5n },
    ]),
  ).toEqual([
    { currency: 'USD', debitMinor: 100n, creditMinor: 101n },
    { currency: 'JPY', debitMinor: 5n, creditMinor: 0n },
  ])
})
