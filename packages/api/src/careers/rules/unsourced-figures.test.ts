import { describe, expect, it } from 'vitest'
import { replaceFacts } from './fact-markers'
import { unsourcedFigures } from './unsourced-figures'

describe('figures that need a source', () => {
  it.each([
    ['<p>about $120,000 a year</p>', ['$120,000']],
    ['<p>USD 120 000 and EUR&nbsp;90k</p>', ['USD 120 000', 'EUR 90k']],
    ['<p>120.000 € or 3.5 million dollars</p>', ['120.000 €', '3.5 million dollars']],
    ['<p>₹ 35 lakh</p>', ['₹ 35 lakh']],
    [
      '<p>up by 62%, then 28 per cent, 3.1 percentage points</p>',
      ['62%', '28 per cent', '3.1 percentage'],
    ],
    ['<p>5<strong>0 %</strong> of them</p>', ['50 %']],
    ['<p>50&#37; and 60&#x25;</p>', ['50%', '60%']],
    ['<p>one 40 % and again 40 %</p>', ['40 %']],
  ])('are found in %s', (html, figures) => {
    expect(unsourcedFigures(html)).toEqual(figures)
  })

  it.each([
    '<p>AI-900 ended on 30 June 2026; its successor is AI-901.</p>',
    '<p><span data-fact="growth"></span> by 2034, in 24 countries</p>',
    '<ol start="3"><li>Three of 10 people, 6–8 years</li></ol>',
    '<p>a large percentage of dollars</p>',
    '<p>in 2024</p><p>USD are used</p>',
    '<p>GPT 4 and ISO 42001</p>',
  ])('are not seen in %s', (html) => {
    expect(unsourcedFigures(html)).toEqual([])
  })
})

it('replaces facts and keeps every other byte', () => {
  const html = '<p>a <span data-fact="x"></span> b</p><span data-fact="y"></span>'
  expect(replaceFacts(html, (key) => `[${key}]`)).toBe('<p>a [x] b</p>[y]')
  expect(replaceFacts('<p>$& none</p>', () => '')).toBe('<p>$& none</p>')
})
