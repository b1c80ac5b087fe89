import hljs from 'highlight.js/lib/common'
import { Marked, type TokenizerAndRendererExtension, type Tokens } from 'marked'
import temml from 'temml'
import { sanitiseHtml } from '../../shared/html'

/** Set where a piece of our own making goes; no text of an author keeps one of these characters. */
const OPEN = '\uE000'
const CLOSE = '\uE001'
const MARKS = /[\uE000\uE001]/g
const MARKED = /\uE000(\d+)\uE001/g

/** A formula as MathML, which browsers draw and screen readers read by themselves; never any script. */
const formula = (tex: string, isBlock: boolean): string =>
  temml.renderToString(tex, {
    displayMode: isBlock,
    throwOnError: false,
    trust: false,
    maxExpand: 200,
  })

const escaped = (text: string) =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c,
  )

function code({ text, lang }: Tokens.Code): string {
  const language = lang?.trim().toLowerCase() ?? ''
  const html = hljs.getLanguage(language)
    ? hljs.highlight(text, { language, ignoreIllegals: true }).value
    : escaped(text)
  return `<pre tabindex="0"><code>${html}</code></pre>`
}

/** `$…$` in a line, as Pandoc reads it, so that amounts of money stay text; `$$…$$` on lines of its own. */
const mathInLine = /^\$(?![\s$])((?:\\.|[^\\$\n])*?[^\s\\])\$(?!\d)/
const mathOnLines = /^\$\$\s*\n?([\s\S]+?)\n?\s*\$\$(?:\n|$)/

function extension(
  name: string,
  level: 'inline' | 'block',
  rule: RegExp,
  keep: (html: string) => string,
): TokenizerAndRendererExtension {
  return {
    name,
    level,
    start: (source) => {
      const at = source.search(level === 'block' ? /^\$\$/m : /\$/)
      return at < 0 ? undefined : at
    },
    tokenizer: (source) => {
      const found = rule.exec(source)
      return found ? { type: name, raw: found[0], text: found[1] ?? '' } : undefined
    },
    renderer: ({ text }) => keep(formula(text, level === 'block')),
  }
}

/** Pictures come from our own store alone: one from elsewhere would tell its server who sits the exam. */
const withOwnImages = (html: string): string =>
  html.replace(/<img\b[^>]*>/g, (tag) => (/\ssrc="\/media\/[\w/.-]+"/.test(tag) ? tag : ''))

/**
 * Markdown of an item as HTML: highlighted code, formulas as MathML, everything an author wrote sanitised.
 * Formulas and code are put in after that, from makers that escape what they are given.
 */
export function itemHtml(markdown: string): string {
  const pieces: string[] = []
  const keep = (html: string): string => `${OPEN}${pieces.push(html) - 1}${CLOSE}`
  const marked = new Marked({
    gfm: true,
    async: false,
    extensions: [
      extension('formulas', 'block', mathOnLines, (html) => `<p>${keep(html)}</p>`),
      extension('formula', 'inline', mathInLine, keep),
    ],
    renderer: { code: (token) => keep(code(token)) },
  })
  const html = withOwnImages(
    sanitiseHtml(marked.parse(markdown.replace(MARKS, ''), { async: false })),
  )
  return html.replace(MARKED, (_, index) => pieces[Number(index)] ?? '').trim()
}
