import { expect, test } from 'vitest'
import { accountChoices, accountValue, periodOf, statementInput } from './ledger-query'

const now = new Date('2026-06-15T12:34:56Z')
const owner = '019a0000-0000-7000-8000-000000000000'
const accounts = [
  { account: 'provider_payable', currency: 'USD', ownerId: owner, owner: 'Acme' },
  { account: 'stripe_balance', currency: 'USD', ownerId: null, owner: null },
]
const days = (query: Record<string, string>) => {
  const { from, to } = periodOf(query, now)
  return [from.toISOString().slice(0, 10), to.toISOString().slice(0, 10)]
}

test('a period includes its last day; without one it is this month so far', () => {
  expect(days({ from: '2026-01-01', to: '2026-01-31' })).toEqual(['2026-01-01', '2026-02-01'])
  expect(days({})).toEqual(['2026-06-01', '2026-06-16'])
})

test.each([{ from: '2026-13-01' }, { from: 'yesterday', to: '2026-99-99' }])(
  'an address with no day in it counts as without: %o',
  (query) => {
    expect(days(query as Record<string, string>)).toEqual(['2026-06-01', '2026-06-16'])
  },
)

test('a period that ends before it begins is its first day', () => {
  expect(days({ from: '2026-06-10', to: '2026-06-01' })).toEqual(['2026-06-10', '2026-06-11'])
})

test('the account of all providers stands before theirs', () => {
  const choices = accountChoices(accounts)
  expect(choices.map(accountValue)).toEqual([
    'provider_payable.USD',
    `provider_payable.USD.${owner}`,
    'stripe_balance.USD',
  ])
  expect(statementInput({ account: `provider_payable.USD.${owner}` }, choices, now)).toMatchObject({
    input: { account: 'provider_payable', currency: 'USD', ownerId: owner, page: 1 },
  })
})

test('an account that there is not is the money at Stripe; a page that is none is the first', () => {
  const choices = accountChoices(accounts)
  expect(statementInput({ account: 'x.y', page: '-3' }, choices, now)).toMatchObject({
    chosen: 'stripe_balance.USD',
    input: { ownerId: undefined, page: 1 },
  })
  expect(statementInput({}, [], now)).toBeNull()
})
