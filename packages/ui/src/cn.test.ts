import { describe, expect, it } from 'vitest'
import { cn } from './cn'

describe('cn', () => {
  it('lets the later of two conflicting utilities win', () => {
    expect(cn('px-4 py-2', 'px-6')).toBe('py-2 px-6')
  })

  it('skips what is falsy', () => {
    expect(cn('a', false, undefined, null, ['b', { c: true, d: false }])).toBe('a b c')
  })

  it('keeps our colours beside sizes, and knows our widths and font', () => {
    expect(cn('text-muted-foreground text-sm')).toBe('text-muted-foreground text-sm')
    expect(cn('text-muted-foreground', 'text-accent')).toBe('text-accent')
    expect(cn('max-w-page', 'max-w-narrow')).toBe('max-w-narrow')
    expect(cn('font-sans', 'font-display')).toBe('font-display')
  })
})
