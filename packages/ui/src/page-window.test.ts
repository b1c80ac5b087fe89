import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pageWindow } from './page-window'

describe('pageWindow', () => {
  it('shows everything while there is room', () => {
    expect(pageWindow(1, 0)).toEqual([])
    expect(pageWindow(1, 1)).toEqual([1])
    expect(pageWindow(3, 5)).toEqual([1, 2, 3, 4, 5])
  })

  it('leaves gaps on either side', () => {
    expect(pageWindow(1, 12)).toEqual([1, 2, 'gap', 12])
    expect(pageWindow(6, 12)).toEqual([1, 'gap', 5, 6, 7, 'gap', 12])
    expect(pageWindow(12, 12)).toEqual([1, 'gap', 11, 12])
  })

  it('brings a page that is out of range in', () => {
    expect(pageWindow(99, 3)).toEqual([1, 2, 3])
    expect(pageWindow(-4, 12)).toEqual([1, 2, 'gap', 12])
  })

  it('always holds first, last, current and neighbours, ascending, short, with honest gaps', () => {
    const shape = fc.record({
      pageCount: fc.integer({ min: 1, max: 5000 }),
      current: fc.integer({ min: -10, max: 5010 }),
      reach: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(shape, ({ pageCount, current, reach }) => {
        const slots = pageWindow(current, pageCount, reach)
        const pages = slots.filter((slot) => slot !== 'gap')
        const at = Math.min(Math.max(1, current), pageCount)
        expect(pages[0]).toBe(1)
        expect(pages.at(-1)).toBe(pageCount)
        for (let page = at - reach; page <= at + reach; page++) {
          if (page >= 1 && page <= pageCount) expect(pages).toContain(page)
        }
        expect(slots.length).toBeLessThanOrEqual(2 * reach + 5)
        slots.forEach((slot, index) => {
          const before = slots[index - 1]
          const after = slots[index + 1]
          if (slot === 'gap') {
            expect(Number(after) - Number(before)).toBeGreaterThan(2)
          } else if (typeof before === 'number') {
            expect(slot).toBe(before + 1)
          }
        })
      }),
    )
  })
})
