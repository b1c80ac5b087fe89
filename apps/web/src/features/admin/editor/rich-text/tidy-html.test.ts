import { expect, it } from 'vitest'
import { tidyHtml } from './tidy-html'
import { unsupportedTags } from './unsupported-tags'

it('takes the paragraph out of list items and cells that hold one text', () => {
  expect(
    tidyHtml('<ul><li><p>One</p></li><li><p>Two</p><ul><li><p>In</p></li></ul></li></ul>'),
  ).toBe('<ul><li>One</li><li>Two<ul><li>In</li></ul></li></ul>')
  const loose = '<ul><li><p>One</p><p>Two</p></li></ul>'
  expect(tidyHtml(loose)).toBe(loose)
  expect(tidyHtml('<p>Outside</p>')).toBe('<p>Outside</p>')
})

it('puts a row of headings into a thead, once', () => {
  const table =
    '<table><tbody><tr><th scope="col"><p>A</p></th><th><p>B</p></th></tr><tr><td><p>1</p></td><td><p>2</p></td></tr></tbody></table>'
  const tidy =
    '<table><thead><tr><th scope="col">A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>'
  expect(tidyHtml(table)).toBe(tidy)
  expect(tidyHtml(tidy)).toBe(tidy)
})

it('makes an empty text of an empty paragraph', () => {
  expect(tidyHtml('<p></p>')).toBe('')
  expect(tidyHtml('<p><br></p>')).toBe('')
  expect(tidyHtml('<p>x</p>')).toBe('<p>x</p>')
})

it('names tags that the editor would lose, and leaves facts alone', () => {
  expect(
    unsupportedTags('<p>a <span data-fact="pay"></span> <kbd>x</kbd><kbd>y</kbd></p>'),
  ).toEqual(['kbd'])
  expect(unsupportedTags('<p><span>x</span></p>')).toEqual(['span'])
  expect(unsupportedTags('<h2 id="a">x</h2><table><tbody></tbody></table>')).toEqual([])
})
