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

test('lists of plain values stay whole, and null is a value', () => {
  expect(diffEntry({ roles: ['a'], review: 'x' }, { roles: ['a', 'b'], review: null })).toEqual([
    { path: 'roles', before: 'a', after: 'a\nb', change: 'changed' },
    { path: 'review', before: 'x', after: 'null', change: 'changed' },
  ])
})

test('parts of a list are compared by their names, and their order on its own', () => {
  const before = {
    stages: [
      { title: 'Build', years: '1' },
      { title: 'Lead', years: '5' },
    ],
  }
  const after = {
    stages: [
      { title: 'Lead', years: '6' },
      { title: 'Build', years: '1' },
    ],
  }
  expect(diffEntry(before, after).filter(({ change }) => change !== 'same')).toEqual([
    { path: 'stages', before: 'Build\nLead', after: 'Lead\nBuild', change: 'changed' },
    { path: 'stages.Lead.years', before: '5', after: '6', change: 'changed' },
  ])
})

test('parts that nothing names apart are compared by their places', () => {
  expect(diffEntry({ rows: [{ n: 1 }, { n: 2 }] }, { rows: [{ n: 1 }, { n: 3 }] })).toContainEqual({
    path: 'rows.2.n',
    before: '2',
    after: '3',
    change: 'changed',
  })
})

test('an entry with one side only, or none', () => {
  expect(diffEntry(null, { n: 1 })).toEqual([
    { path: 'n', before: null, after: '1', change: 'added' },
  ])
  expect(diffEntry(null, undefined)).toEqual([])
})
