import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Showcase } from './showcase'

const html = renderToStaticMarkup(<Showcase />)

describe('Showcase', () => {
  it('renders on the server with unique ids', () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1])
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  it('names every part that its contents list links to', () => {
    const linked = [...html.matchAll(/<a href="#([a-z]+)" class="text-link">/g)].map((m) => m[1])
    for (const id of new Set(linked)) expect(html).toContain(`id="${id}"`)
  })

  it('refers only to ids that exist', () => {
    const refs = [...html.matchAll(/\s(?:for|aria-describedby|aria-labelledby)="([^"]+)"/g)]
    const missing = refs
      .flatMap((match) => (match[1] ?? '').split(' '))
      .filter((id) => !html.includes(` id="${id}"`))
    expect(missing).toEqual([])
  })
})
