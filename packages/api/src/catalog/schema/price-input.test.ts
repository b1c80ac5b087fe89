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
