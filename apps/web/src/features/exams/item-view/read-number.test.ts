import { expect, test } from 'vitest'
import { readNumber } from './read-number'

test.each<[string, number | null]>([
  ['250', 250],
  [' 0.25 ', 0.25],
  ['1 000 000', 1_000_000],
  ['−3.5', -3.5],
  ['.5', 0.5],
  ['1e3', 1000],
  ['1,000', null],
  ['12 ms', null],
  ['', null],
  ['-', null],
  ['1e999', null],
  ['0x10', null],
])('%j reads as %j', (typed, number) => {
  expect(readNumber(typed)).toBe(number)
})
