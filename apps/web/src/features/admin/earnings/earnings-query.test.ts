import { expect, test } from 'vitest'
import { earningsValue, wantedStatement } from './earnings-query'

const now = new Date('2026-11-23T12:00:00Z')
const accounts = [
  { providerId: '01a2096c-ce24-72db-a597-8edf8f2000c8', currency: 'USD' },
  { providerId: '01a2096c-ce24-72db-a597-8edf8f2000c9', currency: 'EUR' },
]

test('takes the account that the address names, if there is one, else the first', () => {
  const chosenOf = (account: string) => wantedStatement({ account }, accounts, now)?.chosen
  expect(
    chosenOf(earningsValue({ providerId: accounts[1]?.providerId ?? '', currency: 'EUR' })),
  ).toBe('01a2096c-ce24-72db-a597-8edf8f2000c9.EUR')
  expect(chosenOf('01a2096c-ce24-72db-a597-8edf8f2000ff.EUR')).toBe(
    '01a2096c-ce24-72db-a597-8edf8f2000c8.USD',
  )
  expect(wantedStatement({}, [], now)).toBeNull()
})

test('is about this month so far when no days are named, and survives any address', () => {
  expect(wantedStatement({ page: 'x' }, accounts, now)?.input).toMatchObject({
    from: new Date('2026-11-01T00:00:00Z'),
    to: new Date('2026-11-24T00:00:00Z'),
    page: 1,
  })
})
