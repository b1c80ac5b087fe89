import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { parseTheme, themeScript } from './theme'

/** Runs the inline script as a browser would and returns the theme that it set. */
function themeAfter(stored: string | null | Error, cookie = ''): string | undefined {
  const dataset: { theme?: string } = {}
  runInNewContext(themeScript, {
    localStorage: {
      getItem: () => {
        if (stored instanceof Error) throw stored
        return stored
      },
    },
    document: { cookie, documentElement: { dataset } },
  })
  return dataset.theme
}

describe('themeScript', () => {
  it('sets a stored choice before the first paint', () => {
    expect(themeAfter('dark')).toBe('dark')
    expect(themeAfter(null, 'a=b; theme=light')).toBe('light')
  })

  it('leaves the system’s choice alone otherwise, and never throws', () => {
    expect(themeAfter(null)).toBeUndefined()
    expect(themeAfter('"><script>')).toBeUndefined()
    expect(themeAfter(null, 'mytheme=dark')).toBeUndefined()
    expect(themeAfter(new Error('storage is blocked'))).toBeUndefined()
  })

  it('holds nothing that could end the script element', () => {
    expect(themeScript).not.toMatch(/<\/|<!--/)
  })
})

describe('parseTheme', () => {
  it('takes anything unknown as the system’s', () => {
    expect(parseTheme('dark')).toBe('dark')
    expect(parseTheme('blue')).toBe('system')
    expect(parseTheme(undefined)).toBe('system')
  })
})
