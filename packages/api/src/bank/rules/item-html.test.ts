import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemHtml } from './item-html'

describe('the HTML of an item', () => {
  test('draws formulas as MathML, in a line and on their own', () => {
    expect(itemHtml('the loss $\\frac{1}{n}\\sum_i x_i^2$ falls')).toMatch(
      /<p>the loss <math.*<mfrac>/,
    )
    expect(itemHtml('before\n\n$$\ne = mc^2\n$$\n\nafter')).toMatch(/display="block"/)
    expect(itemHtml('a broken \\frac: $\\frac{$')).toContain('a broken')
  })

  test('leaves amounts of money as they are', () => {
    expect(itemHtml('It costs $5 and then $10 a month.')).toBe(
      '<p>It costs $5 and then $10 a month.</p>',
    )
    expect(itemHtml('`$HOME` and `$PATH`')).not.toContain('<math')
  })

  test('highlights code of a known language, escapes code of any', () => {
    const python = itemHtml('```python\ndef f(x):\n    return "<b>"\n```')
    expect(python).toContain('<span class="hljs-keyword">def</span>')
    expect(python).toContain('&lt;b&gt;')
    expect(itemHtml('```nonsense\n<script>x</script>\n```')).toContain('&lt;script&gt;')
  })

  test('takes out whatever could run, in text, formulas and code', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '$\\href{javascript:alert(1)}{x}$',
      '$\\class{x" onclick="alert(1)}{y}$',
      '$\\url{javascript:alert(1)}$',
      '```html\n<img src=x onerror=alert(1)>\n```',
      '![x](https://evil.example/pixel.png)',
      '\uE0000\uE001<svg onload=alert(1)>',
    ]
    for (const markdown of hostile) {
      const html = itemHtml(markdown)
      expect(html, markdown).not.toMatch(/<script|<img|<svg|<[^>]*\son\w+=|href="javascript/i)
    }
  })

  test('never fails, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(itemHtml(text)).not.toMatch(/[\uE000\uE001]/)
      }),
      { numRuns: 50 },
    )
  })
})
