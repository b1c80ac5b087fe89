import { expect, test } from 'vitest'
import { basisPointsOf, percentText } from './percent'

test.each([
  ['0', 0],
  ['8.1', 810],
  ['25.5', 2550],
  ['20.25', 2025],
  ['100', 10_000],
])('%s percent are %i basis points, and back', (text, basisPoints) => {
  expect(basisPointsOf(text)).toBe(basisPoints)
  expect(percentText(basisPoints)).toBe(text)
})
