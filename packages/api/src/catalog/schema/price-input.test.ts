import { expect, test } from 'vitest'
import { priceInput } from './editing'

test('a price is nothing or at least what can be charged in its currency', () => {
  const issue = (amountMinor: bigint, currency: string) =>
    priceInput.safeParse({ currency, amountMinor, period: 'one_time' }).error?.issues[0]
  expect(issue(0n, 'USD')).toBeUndefined()
  expect(issue(50n, 'JPY')).toBeUndefined()
  expect(issue(49n, 'USD')).toMatchObject({
    message: 'below-minimum-charge',
    path: ['amountMinor'],
  })
})
