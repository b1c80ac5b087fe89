import type { XmlElement } from './xml'

export const qtiVersions = ['3.0', '2.2'] as const
export type QtiVersion = (typeof qtiVersions)[number]

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const camel = (name: string) =>
  name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Elements of QTI 2 that keep HTML's own names in QTI 3. */
const isHtml = (name: string) =>
  /^(p|div|span|strong|em|b|i|u|code|pre|ul|ol|li|br|hr|table|thead|tbody|tr|th|td|caption|img|object|a|h[1-6]|sub|sup|blockquote|dl|dt|dd|kbd|math|m[a-z]+|semantics|annotation)$/.test(
    name,
  )

/** Attributes that are written the same in both versions. */
const isPlainAttribute = (name: string) => /^(data-|aria-|xml|xsi:)/.test(name)

const renamed = (
  element: XmlElement,
  nameOf: (name: string) => string,
  attributeOf: (name: string) => string,
): XmlElement => ({
  name: nameOf(element.name),
  attributes: Object.fromEntries(
    Object.entries(element.attributes).map(([name, value]) => [
      isPlainAttribute(name) ? name : attributeOf(name),
      value,
    ]),
  ),
  children: element.children.map((child) =>
    typeof child === 'string' ? child : renamed(child, nameOf, attributeOf),
  ),
})

/** A document in the names of QTI 2 as one of QTI 3: `choiceInteraction` is `qti-choice-interaction` there. */
export const toQti3 = (element: XmlElement): XmlElement =>
  renamed(element, (name) => (isHtml(name) ? name : `qti-${kebab(name)}`), kebab)

/** A document of QTI 3 in the names of QTI 2, so that one reader serves both; others stay as they are. */
export const toQti2 = (element: XmlElement): XmlElement =>
  element.name.startsWith('qti-')
    ? renamed(element, (name) => (name.startsWith('qti-') ? camel(name.slice(4)) : name), camel)
    : element

/** The name without the prefix of its namespace. */
export const localName = ({ name }: XmlElement): string => name.replace(/^.*:/, '')
