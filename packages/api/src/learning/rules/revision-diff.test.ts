import { describe, expect, it } from 'vitest'
import { isUnchanged, revisionDiff } from './revision-diff'

const lesson = (key: string, title = key, fingerprint = 'same') => ({ key, title, fingerprint })

describe('revisionDiff', () => {
  it('tells lessons apart by key', () => {
    const diff = revisionDiff(
      [lesson('a'), lesson('b', 'Old title'), lesson('c'), lesson('gone')],
      [lesson('new'), lesson('a'), lesson('b', 'New title', 'other'), lesson('c', 'c', 'other')],
    )
    expect(diff).toEqual({
      added: [{ key: 'new', title: 'new' }],
      removed: [{ key: 'gone', title: 'gone' }],
      renamed: [{ key: 'b', from: 'Old title', to: 'New title' }],
      reworked: [{ key: 'c', title: 'c' }],
    })
    expect(isUnchanged(diff)).toBe(false)
  })

  it('finds nothing between equal revisions, whatever their order', () => {
    expect(isUnchanged(revisionDiff([lesson('a'), lesson('b')], [lesson('b'), lesson('a')]))).toBe(
      true,
    )
  })
})
