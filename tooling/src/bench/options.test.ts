import { expect, test } from 'vitest'
import { isWanted, readOptions } from './options'

test('without arguments everything is measured, with both data sets and five rounds', () => {
  expect(readOptions([])).toMatchObject({
    filters: [],
    offerings: [623, 100_000],
    clients: [1, 16, 64],
    rounds: 5,
    isQuick: false,
  })
})

test('a quick run is short, and what is said counts more', () => {
  expect(readOptions(['search', '--quick', '--clients', '64,1,64'])).toMatchObject({
    filters: ['search'],
    offerings: [623],
    clients: [1, 64],
    rounds: 1,
  })
})

test.each([
  ['--rounds', '0'],
  ['--clients', '1,x'],
  ['--seconds', '-1'],
  ['--nonsense', '1'],
])('%s %s is refused with the usage', (name, value) => {
  expect(() => readOptions([name, value])).toThrow('Usage: npm run bench')
})

test('works are chosen by how their names begin', () => {
  expect(isWanted('search: page', { filters: [] })).toBe(true)
  expect(isWanted('search: page', { filters: ['page', 'search'] })).toBe(true)
  expect(isWanted('search: page', { filters: ['page'] })).toBe(false)
})
