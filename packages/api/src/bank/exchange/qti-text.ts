import { itemHtml } from '../rules/item-html'
import { localName } from './qti-names'
import { parseXml, type XmlElement } from './xml'

/** Holds the Markdown that a piece of body was made of, so that it comes back to the letter. */
export const MARKDOWN = 'data-archway-markdown'

const keptAttributes = new Set([
  'href',
  'src',
  'alt',
  'start',
  'colspan',
  'rowspan',
  'display',
  'xmlns',
])

/** The HTML of our pages without what only they use: colours of code, places of the keyboard. */
function plain(child: XmlElement | string): (XmlElement | string)[] {
  if (typeof child === 'string') return [child]
  const children = child.children.flatMap(plain)
  if (child.name === 'span') return children
  const kept = Object.entries(child.attributes).filter(
    ([name]) => keptAttributes.has(name) || child.name.startsWith('m'),
  )
  const attributes = Object.fromEntries(
    kept.filter(([name]) => name !== 'class' && name !== 'style'),
  )
  return [{ name: child.name, attributes, children }]
}

/** Markdown as the children of an element of an item's body. */
export const bodyOf = (markdown: string): (XmlElement | string)[] =>
  parseXml(`<div>${itemHtml(markdown)}</div>`).children.flatMap(plain)

/** An element of the body that shows Markdown and remembers it. */
export const written = (
  name: string,
  attributes: Record<string, string>,
  markdown: string,
): XmlElement => ({
  name,
  attributes: { ...attributes, [MARKDOWN]: markdown },
  children: bodyOf(markdown),
})

const blocks: Record<string, (inner: string) => string> = {
  p: (inner) => `${inner}\n\n`,
  div: (inner) => `${inner}\n\n`,
  prompt: (inner) => `${inner}\n\n`,
  li: (inner) => `- ${inner.trim()}\n`,
  ul: (inner) => `${inner}\n`,
  ol: (inner) => `${inner}\n`,
  blockquote: (inner) => `> ${inner.trim()}\n\n`,
  br: () => '\n',
  strong: (inner) => `**${inner}**`,
  b: (inner) => `**${inner}**`,
  em: (inner) => `*${inner}*`,
  i: (inner) => `*${inner}*`,
  code: (inner) => `\`${inner}\``,
}

/** Told after the answer, or worked out by other systems: no part of the question. */
const dropped = /^(feedbackInline|feedbackBlock|printedVariable|rubricBlock|stylesheet)$/

const texts = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : texts(child))).join('')

/**
 * The text of a piece of body as Markdown. What has no place in ours goes to `onLost` by its name, and its
 * text is kept, unless it is told after the answer.
 */
export function markdownOf(
  children: readonly (XmlElement | string)[],
  onLost: (element: XmlElement) => void,
): string {
  const convert = (child: XmlElement | string): string => {
    if (typeof child === 'string') return child.replace(/\s+/g, ' ')
    const remembered = child.attributes[MARKDOWN]
    if (remembered !== undefined) return `${remembered}\n\n`
    const name = localName(child)
    if (name === 'pre') return `\`\`\`\n${texts(child).replace(/^\n|\n$/g, '')}\n\`\`\`\n\n`
    const inner = child.children.map(convert).join('')
    const block = blocks[name]
    if (block) return block(inner)
    if (name !== 'span') onLost(child)
    return dropped.test(name) ? '' : inner
  }
  const [only, ...others] = children.filter((child) => typeof child !== 'string' || child.trim())
  if (typeof only === 'object' && others.length === 0 && MARKDOWN in only.attributes) {
    return only.attributes[MARKDOWN] ?? ''
  }
  return children
    .map(convert)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
