import { expect, test } from 'vitest'
import { compare, shareOf } from './compare'

test('a change is told as a part of what was before', () => {
  expect(compare(15, 10)).toEqual({ direction: 'up', tone: 'good', ratio: 0.5 })
  expect(compare(5, 10)).toEqual({ direction: 'down', tone: 'bad', ratio: -0.5 })
  expect(compare(10, 10)).toEqual({ direction: 'flat', tone: 'neutral', ratio: 0 })
  expect(compare(5, -10)).toMatchObject({ direction: 'up', ratio: 1.5 })
})

test('nothing before means nothing to compare with', () => {
  expect(compare(3, 0)).toBeNull()
  expect(shareOf(0, 0)).toBeNull()
  expect(shareOf(1, 4)).toBe(0.25)
})
