import { expect, test } from 'vitest'
import { createStatementNames } from './statement-names'

test('a statement that comes again gets a name of its own and keeps it', () => {
  const nameOf = createStatementNames()
  const one = { sql: 'select 1' }
  expect([nameOf(one), nameOf(one)]).toEqual(['', ''])
  const name = nameOf(one)
  expect(name).toMatch(/^[\w-]{43}$/)
  expect(nameOf({ sql: 'select 1' })).toBe(name)
  const two = { sql: 'select 2' }
  nameOf(two)
  nameOf(two)
  expect(nameOf(two)).not.toBe(name)
})

test('there are not more names than PostgreSQL should keep, whatever is asked', () => {
  const nameOf = createStatementNames()
  const given = new Set<string>()
  for (let sql = 0; sql < 6000; sql++) {
    for (let time = 0; time < 4; time++) given.add(nameOf({ sql: `select ${sql}` }))
  }
  given.delete('')
  expect(given.size).toBe(400)
})
