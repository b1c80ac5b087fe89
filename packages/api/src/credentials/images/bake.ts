import { crc32 } from 'node:zlib'

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const keyword = 'openbadgecredential'

/**
 * A signed document in letters that every reader finds again: what is not ASCII, and braces inside of texts, as \u escapes.
 * Common readers look for the JSON by counting braces, and take its bytes for Latin-1. The signature stays
 * sound: it is over what the text means.
 */
export function asciiJson(document: string): string {
  const text = JSON.stringify(JSON.parse(document)).replace(/"(?:[^"\\]|\\.)*"/g, (string) =>
    string.replace(/[{}]/g, escaped),
  )
  return text.replace(/[^ -~]/g, escaped)
}

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/**
 * A PNG with a signed document baked in (Open Badges 3.0, 5.3.1): one uncompressed iTXt chunk before the
 * picture's end. Throws for what is no PNG.
 */
export function bakePng(png: Uint8Array, document: string): Buffer {
  const bytes = Buffer.from(png)
  const end = bytes.length - 12
  if (
    !bytes.subarray(0, 8).equals(pngSignature) ||
    bytes.toString('latin1', end + 4, end + 8) !== 'IEND'
  ) {
    throw new Error('not a PNG')
  }
  // keyword, not compressed, no language, no translated keyword
  const head = Buffer.concat([Buffer.from(keyword, 'latin1'), Buffer.alloc(5)])
  const data = Buffer.concat([head, Buffer.from(asciiJson(document), 'latin1')])
  return Buffer.concat([bytes.subarray(0, end), chunk('iTXt', data), bytes.subarray(end)])
}

/**
 * An SVG with a signed document baked in (Open Badges 3.0, 5.3.2): the element of Open Badges as the first inside of
 * the picture, the document as it is in a CDATA section. Throws for what is no SVG.
 */
export function bakeSvg(svg: string, document: string): string {
  const end = /^\s*<svg\b[^>]*>/.exec(svg)
  if (!end) throw new Error('not an SVG')
  const open = end[0].replace(
    /<svg\b/,
    '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"',
  )
  const text = asciiJson(document).replaceAll(']]>', ']]\\u003e')
  const element = `<openbadges:credential><![CDATA[${text}]]></openbadges:credential>`
  return open + element + svg.slice(end[0].length)
}
