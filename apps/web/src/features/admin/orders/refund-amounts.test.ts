import { expect, test } from 'vitest'
import { readAmounts, readSeats } from './refund-amounts'

const lines = [
  { id: 'a', title: 'A', refundableMinor: 4900n, unusedSeats: 0 },
  { id: 'b', title: 'B', refundableMinor: 1000n, unusedSeats: 4 },
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

test('seats are whole, and no more than are unused', () => {
  expect(readSeats(lines, { b: ' 3 ' })).toEqual({
    lines: [{ orderLineId: 'b', seats: 3 }],
    problems: {},
  })
  expect(readSeats(lines, { a: '1', b: '2.5' })).toEqual({
    lines: null,
    problems: { a: 'too-many', b: 'not-a-number' },
  })
  expect(readSeats(lines, { b: '0' }).lines).toBeNull()
})
