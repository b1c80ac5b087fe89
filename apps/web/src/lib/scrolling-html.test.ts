import { sanitiseHtml } from '@archway/api/shared/html'
import { expect, it } from 'vitest'
import { scrollingHtml } from './scrolling-html'

it('puts every table into a box that scrolls, and lets code take the keyboard', () => {
  const written =
    '<p>a</p><table class="x"><tr><td>1</td></tr></table><pre id="y"><code>b</code></pre>'
  expect(scrollingHtml(sanitiseHtml(written), 'Table')).toBe(
    '<p>a</p><div class="table-scroll" role="group" aria-label="Table" tabindex="0">' +
      '<table><tr><td>1</td></tr></table></div><pre tabindex="0"><code>b</code></pre>',
  )
})

it('leaves texts about tags alone', () => {
  const written = '<p>A &lt;table&gt; has rows, <code>&lt;/table&gt;</code> ends it.</p>'
  expect(scrollingHtml(sanitiseHtml(written), 'Table')).toBe(sanitiseHtml(written))
})

it('does not let a name out of its attribute', () => {
  expect(scrollingHtml('<table></table>', '"><script>')).toContain('aria-label="&quot;><script>"')
})
