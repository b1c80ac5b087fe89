import { expect, test } from 'vitest'
import { priceInput } from './editing'
import { schedulePriceInput } from './price-changes'

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

test('neither is one that is planned', () => {
  const planned = schedulePriceInput.safeParse({
    offeringId: crypto.randomUUID(),
    currency: 'EUR',
    amountMinor: 49n,
    startsAt: new Date('2026-12-01T00:00:00Z'),
    endsAt: null,
  })
  expect(planned.error?.issues[0]?.message).toBe('below-minimum-charge')
})

test.each([
  { currency: 'KWD', amountMinor: 15_437n, isWhole: false },
  { currency: 'KWD', amountMinor: 15_430n, isWhole: true },
  { currency: 'ISK', amountMinor: 120_050n, isWhole: false },
  { currency: 'JPY', amountMinor: 7_501n, isWhole: true },
])('$amountMinor $currency can be charged as it is: $isWhole', ({ isWhole, ...price }) => {
  const { error } = priceInput.safeParse({ ...price, period: 'one_time' })
  expect(error?.issues[0]?.message).toBe(isWhole ? undefined : 'amount-in-steps')
})
