import { expect, it } from 'vitest'
import { fieldChanges } from './field-changes'

it('lists only what differs', () => {
  expect(fieldChanges({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', d: ['p', 'q'] })).toEqual([
    { field: 'b', before: 'x', after: 'y' },
    { field: 'c', before: '', after: '' },
    { field: 'd', before: '', after: 'p\nq' },
  ])
})

it('takes entries without a before, and cuts long texts', () => {
  const [change] = fieldChanges(null, { text: 'x'.repeat(700) })
  expect(change?.after).toHaveLength(602)
  expect(fieldChanges(undefined, undefined)).toEqual([])
})
