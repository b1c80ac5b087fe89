import { expect, test } from 'vitest'
import { scriptsOf } from './page-weight'

test('scripts are found once each, in any order of attributes, polyfills apart', () => {
  const html = `
    <link rel="preload" as="script" href="/_next/a.js"/>
    <script src="/_next/a.js?x=1&amp;y=2" async=""></script>
    <script async src="/_next/b.js"></script><script src="/_next/b.js"></script>
    <script nomodule="" src="/_next/old.js"></script>
    <script src="/_next/older.js" noModule=""></script>
    <script>self.__next_f.push("src=\\"/no.js\\"")</script>`
  expect(scriptsOf(html)).toEqual({
    modern: ['/_next/a.js?x=1&y=2', '/_next/b.js'],
    polyfills: ['/_next/old.js', '/_next/older.js'],
  })
})
