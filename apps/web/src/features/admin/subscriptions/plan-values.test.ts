import { updateMembershipInput } from '@archway/api/subscriptions/schema'
import { expect, test } from 'vitest'
import { inputOf, valuesOf } from './plan-values'

const membership = {
  id: crypto.randomUUID(),
  version: 3,
  title: 'All access',
  summary: 'Everything',
  providerName: 'Academy',
  isOnSale: true,
  prices: [],
  rows: [
    { currency: 'JPY', perMonthMinor: 4400n, perYearMinor: null },
    { currency: 'USD', perMonthMinor: 2900n, perYearMinor: 29_000n },
  ],
}
const written = (change: object = {}) => ({
  ...inputOf({ ...valuesOf(membership), ...change }),
  offeringId: membership.id,
  version: membership.version,
})
const problemsOf = (input: object) =>
  updateMembershipInput
    .safeParse(input)
    .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`)

test('what was loaded is what a save without changes sends', () => {
  expect(inputOf(valuesOf(membership)).prices).toEqual(membership.rows)
  expect(problemsOf(written())).toBeUndefined()
})

test('an amount that cannot be read, a currency without a price, and one that is there twice are refused', () => {
  const row = { id: 'a', currency: 'USD', perMonth: '29', perYear: '' }
  expect(problemsOf(written({ prices: [{ ...row, perYear: 'much' }] }))).toEqual([
    'prices.0.perYearMinor price-invalid',
  ])
  expect(problemsOf(written({ prices: [{ ...row, perMonth: '' }] }))).toEqual([
    'prices.0.perMonthMinor price-invalid',
  ])
  expect(problemsOf(written({ prices: [row, { ...row, id: 'b' }] }))).toEqual(['prices duplicates'])
  expect(problemsOf(written({ prices: [{ ...row, perMonth: '0.10' }] }))).toEqual([
    'prices.0.perMonthMinor price-invalid',
  ])
})
