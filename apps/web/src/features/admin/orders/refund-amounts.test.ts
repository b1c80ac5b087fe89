import { expect, test } from 'vitest'
import { readAmounts } from './refund-amounts'

const lines = [
  { id: 'a', title: 'A', refundableMinor: 4900n },
  { id: 'b', title: 'B', refundableMinor: 1000n },
]

test('amounts are read in the units of the currency, empty lines left out', () => {
  expect(readAmounts(lines, { a: '12.50', b: ' ' }, 'USD')).toEqual({
    lines: [{ orderLineId: 'a', amountMinor: 1250n }],
    problems: {},
  })
  expect(readAmounts(lines, { a: '4900', b: '1' }, 'JPY').lines).toEqual([
    { orderLineId: 'a', amountMinor: 4900n },
    { orderLineId: 'b', amountMinor: 1n },
  ])
})

test('what is no amount, or more than is left, is named and nothing is sent', () => {
  expect(readAmounts(lines, { a: '1.005', b: '10.01' }, 'USD')).toEqual({
    lines: null,
    problems: { a: 'not-an-amount', b: 'too-much' },
  })
})

test('nothing, or zero, is no refund', () => {
  expect(readAmounts(lines, {}, 'USD').lines).toBeNull()
  expect(readAmounts(lines, { a: '0', b: '0.00' }, 'USD').lines).toBeNull()
})
