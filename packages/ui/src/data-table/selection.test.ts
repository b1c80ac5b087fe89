import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextSort, toggleKey, togglePage } from './selection'

describe('nextSort', () => {
  it('starts in the column’s own direction and then turns', () => {
    expect(nextSort('a', null)).toEqual({ column: 'a', direction: 'asc' })
    expect(nextSort('a', { column: 'b', direction: 'asc' }, 'desc').direction).toBe('desc')
    expect(nextSort('a', { column: 'a', direction: 'asc' }).direction).toBe('desc')
    expect(nextSort('a', { column: 'a', direction: 'desc' }).direction).toBe('asc')
  })
})

describe('selection', () => {
  const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }))

  it('comes back after toggling a row twice', () => {
    fc.assert(
      fc.property(keys, fc.string({ minLength: 1, maxLength: 3 }), (selected, key) => {
        const twice = toggleKey(toggleKey(selected, key), key)
        expect([...twice].sort()).toEqual([...selected].sort())
      }),
    )
  })

  it('adds the page, or takes it out when it was whole, and leaves other pages alone', () => {
    fc.assert(
      fc.property(keys, keys, (selected, page) => {
        const next = togglePage(selected, page)
        const whole = page.every((key) => selected.includes(key))
        expect(page.every((key) => next.includes(key))).toBe(page.length === 0 || !whole)
        const others = (list: string[]) => list.filter((key) => !page.includes(key)).sort()
        expect(others(next)).toEqual(others(selected))
        expect(new Set(next).size).toBe(next.length)
      }),
    )
  })
})
