import { expect, test } from 'vitest'
import { diffEntry } from './diff-entry'

test('fields are compared one by one, nested ones by their path', () => {
  expect(
    diffEntry(
      { status: 'paid', a: { b: 1, c: 2 }, gone: true },
      { status: 'paid', a: { b: 3, c: 2 } },
    ),
  ).toEqual([
    { path: 'status', before: 'paid', after: 'paid', change: 'same' },
    { path: 'a.b', before: '1', after: '3', change: 'changed' },
    { path: 'a.c', before: '2', after: '2', change: 'same' },
    { path: 'gone', before: 'true', after: null, change: 'removed' },
  ])
})

test('lists stay whole, and null is a value', () => {
  expect(diffEntry({ roles: ['a'], review: 'x' }, { roles: ['a', 'b'], review: null })).toEqual([
    { path: 'roles', before: '["a"]', after: '["a","b"]', change: 'changed' },
    { path: 'review', before: 'x', after: 'null', change: 'changed' },
  ])
})

test('an entry with one side only, or none', () => {
  expect(diffEntry(null, { n: 1 })).toEqual([
    { path: 'n', before: null, after: '1', change: 'added' },
  ])
  expect(diffEntry(null, undefined)).toEqual([])
})
