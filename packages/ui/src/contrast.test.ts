import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contrastRatio } from './contrast'

const css = readFileSync(new URL('./styles/tokens.css', import.meta.url), 'utf8')

/** Custom properties of the block that a selector opens. */
function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`No block ${selector}`)
  const block = css.slice(start, css.indexOf('}', start))
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] as string, m[2] as string]),
  )
}

const themes = {
  light: tokensOf("[data-theme='light']"),
  dark: tokensOf("[data-theme='dark']"),
}

const grounds = ['background', 'surface', 'surface-raised', 'muted']
const paper = ['background', 'surface', 'surface-raised']

/** Text on ground: at least 4.5 to 1 (1.4.3). */
const textPairs: [string, string][] = [
  ...grounds.flatMap((ground): [string, string][] => [
    ['foreground', ground],
    ['muted-foreground', ground],
    ['accent', ground],
    ['danger', ground],
  ]),
  ['accent-foreground', 'accent'],
  ['accent-foreground', 'accent-hover'],
  ['accent-muted-foreground', 'accent-muted'],
  ['foreground', 'accent-muted'],
  ['danger-foreground', 'danger-hover'],
  ...['success', 'warning', 'danger', 'info'].flatMap((status): [string, string][] => [
    [`${status}-foreground`, status],
    [status, `${status}-muted`],
    ['foreground', `${status}-muted`],
    ...paper.map((ground): [string, string] => [status, ground]),
  ]),
]

/** Parts of controls and graphics: at least 3 to 1 (1.4.11). */
const graphicPairs: [string, string][] = [
  ...paper.flatMap((ground): [string, string][] => [
    ['input', ground],
    ['ring', ground],
    ['rating', ground],
    ...[1, 2, 3, 4, 5, 6].map((n): [string, string] => [`chart-${n}`, ground]),
  ]),
  ['ring', 'muted'],
]

describe.each(Object.entries(themes))('%s theme', (_name, tokens) => {
  const ratio = ([front, ground]: [string, string]) =>
    contrastRatio(tokens[front] ?? '', tokens[ground] ?? '')

  it.each(textPairs)('%s is readable on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(graphicPairs)('%s stands out from %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})

describe('tokens', () => {
  it('are the same whether dark was chosen or comes from the system', () => {
    expect(tokensOf(':root:not([data-theme])')).toEqual(themes.dark)
  })

  it('have the same names in both themes', () => {
    expect(Object.keys(themes.dark)).toEqual(Object.keys(themes.light))
  })

  it('are each offered to Tailwind', () => {
    const theme = readFileSync(new URL('./styles/theme.css', import.meta.url), 'utf8')
    const missing = Object.keys(themes.light).filter((name) => !theme.includes(`var(--${name})`))
    expect(missing).toEqual([])
  })
})

describe('contrastRatio', () => {
  it('spans 1 to 21 and does not depend on order', () => {
    expect(contrastRatio('#ffffff', '#000000')).toBeCloseTo(21)
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastRatio('#777777', '#777777')).toBe(1)
    expect(contrastRatio('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  it('refuses what it cannot read', () => {
    expect(() => contrastRatio('red', '#ffffff')).toThrow('Not a #rrggbb colour')
  })
})
