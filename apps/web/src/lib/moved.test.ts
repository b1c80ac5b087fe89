import { expect, it } from 'vitest'
import { moved } from './moved'

it('moves one item and leaves the rest in order', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
})

it.each([
  [-1, 0],
  [0, -1],
  [0, 3],
  [3, 0],
])('changes nothing for places outside (%i to %i)', (from, to) => {
  expect(moved(['a', 'b', 'c'], from, to)).toEqual(['a', 'b', 'c'])
})
