/** An element of an XML document. Names and attributes as they are written, without namespaces worked out. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: (XmlElement | string)[]
}

/** Why a document is not read. */
export class XmlRefusal extends Error {}

const limits = { characters: 2_000_000, depth: 60, elements: 50_000 }

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only the five entities of XML itself and characters by number: none can be declared, so none expands. */
function decoded(text: string): string {
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = entities[name]
    if (known !== undefined && whole.endsWith(';')) return known
    const code = /^#x[0-9a-f]+$/i.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : /^#\d+$/.test(name)
        ? Number(name.slice(1))
        : Number.NaN
    const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    if (!isCharacter || !whole.endsWith(';')) throw new XmlRefusal(`unknown entity ${whole}`)
    return String.fromCodePoint(code)
  })
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<!|<\/([^\s<>]+)\s*>|<([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y
const attribute = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g

function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null)
  for (const [, name = '', double, single] of text.matchAll(attribute)) {
    if (name in attributes) throw new XmlRefusal(`attribute ${name} twice`)
    attributes[name] = decoded(double ?? single ?? '')
  }
  return attributes
}

/**
 * Reads an XML document. Refuses (`XmlRefusal`) what is not well-formed, every document type and with it
 * every declared entity, and what is larger or deeper than a question can be. Nothing is fetched.
 */
export function parseXml(source: string): XmlElement {
  if (source.length > limits.characters) throw new XmlRefusal('the document is too large')
  const text = source.replace(/^\uFEFF/, '')
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let elements = 0
  let at = 0
  while (at < text.length) {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) throw new XmlRefusal(`not well-formed at character ${at}`)
    at = token.lastIndex
    const [whole, cdata, closing, name, attributes, empty, characters] = found
    const parent = open[open.length - 1]
    if (!parent) throw new XmlRefusal('not well-formed')
    if (whole === '<!') throw new XmlRefusal('document types are not read')
    if (cdata !== undefined) parent.children.push(cdata)
    else if (characters !== undefined) parent.children.push(decoded(characters))
    else if (closing !== undefined) {
      if (open.length < 2 || parent.name !== closing) throw new XmlRefusal(`stray </${closing}>`)
      open.pop()
    } else if (name !== undefined) {
      elements += 1
      if (elements > limits.elements) throw new XmlRefusal('too many elements')
      const element = { name, attributes: attributesOf(attributes ?? ''), children: [] }
      parent.children.push(element)
      if (!empty) open.push(element)
      if (open.length > limits.depth) throw new XmlRefusal('nested too deeply')
    }
  }
  if (open.length !== 1) throw new XmlRefusal('the document ends too early')
  const outer = root.children.filter((child) => typeof child !== 'string')
  const strayText = root.children.some((child) => typeof child === 'string' && child.trim() !== '')
  const [document] = outer
  if (!document || outer.length > 1 || strayText) throw new XmlRefusal('not one document')
  return document
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}
const escapedText = (text: string) => text.replace(/[&<>\r]/g, (c) => escapes[c] ?? c)
/** White space of an attribute is kept by writing it as numbers: parsers make blanks of it otherwise. */
const escapedAttribute = (text: string) => text.replace(/[&<>"\n\r\t]/g, (c) => escapes[c] ?? c)

/** The document as text. Characters that XML cannot hold are left out. */
export function writeXml(element: XmlElement): string {
  const write = ({ name, attributes, children }: XmlElement): string => {
    const given = Object.entries(attributes)
      .map(([key, value]) => ` ${key}="${escapedAttribute(value)}"`)
      .join('')
    if (children.length === 0) return `<${name}${given}/>`
    const inner = children
      .map((child) => (typeof child === 'string' ? escapedText(child) : write(child)))
      .join('')
    return `<${name}${given}>${inner}</${name}>`
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids (section 2.2).
  const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write(element)}\n`.replace(forbidden, '')
}
