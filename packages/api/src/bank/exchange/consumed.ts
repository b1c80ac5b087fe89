import type { Loss } from './bank-item'
import { localName } from './qti-names'
import type { XmlElement } from './xml'

/** Says nothing that a reader could lose: names of schemas, tools and languages of markup. */
const silent =
  /^(xmlns(:.*)?|xsi:.*|xml:.*|identifier|title|label|toolName|toolVersion|adaptive|timeDependent|class|id|style|dir|role|aria-.*)$/

/**
 * Keeps account of what a reader took from a document, so that all the rest can be named: nothing that was
 * in it goes missing without a word.
 */
export function createAccount(root: XmlElement) {
  const taken = new Set<XmlElement>()
  const attributes = new Map<XmlElement, Set<string>>()
  const take = (element: XmlElement): XmlElement => {
    taken.add(element)
    return element
  }
  const takeAll = (element: XmlElement): XmlElement => {
    take(element)
    for (const name of Object.keys(element.attributes)) mark(element, name)
    for (const child of element.children) if (typeof child !== 'string') takeAll(child)
    return element
  }
  const mark = (element: XmlElement, name: string) => {
    const marked = attributes.get(element) ?? new Set<string>()
    attributes.set(element, marked.add(name))
  }
  return {
    take,
    takeAll,
    /** the value of an attribute, which counts as taken */
    attribute: (element: XmlElement, name: string): string | undefined => {
      mark(element, name)
      return element.attributes[name]
    },
    /** the child elements of a name, taken */
    children: (element: XmlElement, name: string): XmlElement[] =>
      element.children.flatMap((child) =>
        typeof child !== 'string' && localName(child) === name ? [take(child)] : [],
      ),
    /** names of elements and attributes that nobody took, each once */
    losses: (): Loss[] => {
      const names = new Set<string>()
      const visit = (element: XmlElement) => {
        const name = localName(element)
        if (!taken.has(element)) {
          names.add(name)
          return
        }
        for (const attribute of Object.keys(element.attributes)) {
          const isTaken = attributes.get(element)?.has(attribute) || silent.test(attribute)
          if (!isTaken) names.add(`${name}/@${attribute}`)
        }
        for (const child of element.children) if (typeof child !== 'string') visit(child)
      }
      visit(root)
      return [...names].map((field) => ({ field, kind: 'lost' }))
    },
  }
}
export type Account = ReturnType<typeof createAccount>
