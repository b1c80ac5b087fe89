import { expect, test } from 'vitest'
import { daysLeft, reminderDue } from './deadline'

const due = new Date('2026-06-10T12:00:00Z')
const before = (hours: number) => new Date(due.getTime() - hours * 3_600_000)

test('counts whole days, 0 on the last one and less than that afterwards', () => {
  expect(daysLeft(due, before(49))).toBe(2)
  expect(daysLeft(due, before(23))).toBe(0)
  expect(daysLeft(due, due)).toBe(0)
  expect(daysLeft(due, before(-1))).toBe(-1)
})

test('reminds three days and one day before, and not when it is too late', () => {
  expect(reminderDue(due, before(73))).toBeNull()
  expect(reminderDue(due, before(72))).toBe(3)
  expect(reminderDue(due, before(25))).toBe(3)
  expect(reminderDue(due, before(24))).toBe(1)
  expect(reminderDue(due, before(0.1))).toBe(1)
  expect(reminderDue(due, due)).toBeNull()
})
