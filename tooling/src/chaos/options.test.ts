import { expect, test } from 'vitest'
import { readOptions } from './options'

test('without arguments two minutes, sixteen buyers and any seed', () => {
  expect(readOptions([], 99)).toEqual({ seconds: 120, buyers: 16, seed: 99 })
})

test('a seed repeats a run', () => {
  expect(readOptions(['--minutes', '0.5', '--buyers', '3', '--seed', '7'], 99)).toEqual({
    seconds: 30,
    buyers: 3,
    seed: 7,
  })
})

test.each([
  [['--minutes', 'many'], /--minutes takes a number from 0\.1 to 600/],
  [['--buyers', '0'], /--buyers takes a number from 1 to 100/],
  [['--seed=-1'], /--seed takes/],
  [['--speed', '3'], /Usage: npm run chaos:payments/],
])('%j is refused in words', (args, words) => {
  expect(() => readOptions(args, 1)).toThrow(words)
})
