import { expect, test } from 'vitest'
import { groupDays } from './group-days'

const days = (count: number) => Array.from({ length: count }, (_, i) => ({ day: String(i) }))

test('a quarter is drawn by day, a year by week, and no day is lost', () => {
  expect(groupDays(days(92))).toHaveLength(92)
  const weeks = groupDays(days(366))
  expect(weeks).toHaveLength(53)
  expect(weeks.flat()).toEqual(days(366))
  expect(groupDays([])).toEqual([])
})
