import { inflateSync } from 'node:zlib'
import { looksLikeJwt } from '../proof/jwt'

/** Largest file that is looked into, and largest document that is taken out of one. */
export const maxFileBytes = 4_000_000
const maxDocumentBytes = 500_000

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * The text of the credential inside a file: JSON or a JSON Web Token itself, a baked PNG or SVG, or a PDF with the document attached.
 * Null when there is none, or one that is larger than any honest credential.
 */
export function documentIn(file: Uint8Array): string | null {
  const bytes = Buffer.from(file)
  if (bytes.length > maxFileBytes) return null
  const text = bytes.subarray(0, 8).equals(pngHead)
    ? fromPng(bytes)
    : bytes.toString('latin1', 0, 5) === '%PDF-'
      ? fromPdf(bytes)
      : fromText(bytes.toString('utf8').trim())
  return text !== null && text.length <= maxDocumentBytes ? text : null
}

const fromText = (text: string): string | null =>
  text.startsWith('{') || looksLikeJwt(text) ? text : text.startsWith('<') ? fromSvg(text) : null

/** An uncompressed iTXt chunk with the keyword of Open Badges. */
function fromPng(bytes: Buffer): string | null {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) return null
    if (bytes.toString('latin1', at + 4, at + 8) === 'iTXt') {
      const data = bytes.subarray(at + 8, at + 8 + length)
      const keyword = data.subarray(0, Math.max(0, data.indexOf(0))).toString('latin1')
      if (keyword === 'openbadgecredential') return textOf(data.subarray(keyword.length + 1))
    }
    at += 12 + length
  }
  return null
}

/** What follows the keyword: compression flag and method, language, translated keyword, text. */
function textOf(rest: Buffer): string | null {
  if (rest[0] !== 0) return null
  const language = rest.indexOf(0, 2)
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1)
  return translated === -1 ? null : rest.toString('utf8', translated + 1)
}

/** The element of Open Badges with the document in a CDATA section, or a token in its attribute `verify`. */
function fromSvg(text: string): string | null {
  const start = text.indexOf('<openbadges:credential')
  const token = /^<openbadges:credential[^>]*\sverify="([^"]+)"/.exec(text.slice(start))?.[1]
  if (token !== undefined && looksLikeJwt(token)) return token
  const open = text.indexOf('<![CDATA[', start)
  const close = text.indexOf(']]>', open)
  return start === -1 || open === -1 || close === -1 ? null : text.slice(open + 9, close).trim()
}

/** The first attached file that is JSON. Streams of attachments are packed at most once. */
function fromPdf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1')
  let tries = 0
  for (
    let at = text.indexOf('/EmbeddedFile');
    at !== -1;
    at = text.indexOf('/EmbeddedFile', at + 1)
  ) {
    const start = text.indexOf('stream', at)
    const end = text.indexOf('endstream', start)
    if (start === -1 || end === -1 || ++tries > 20) return null
    const head = text.slice(at, start)
    const from = text[start + 6] === '\r' ? start + 8 : start + 7
    const stream = bytes.subarray(from, end)
    const content = head.includes('/FlateDecode') ? inflated(stream) : stream
    const found = content?.toString('utf8').trim()
    if (found?.startsWith('{')) return found
  }
  return null
}

/** Null for what is not packed so, and for what would unpack to more than a credential is. */
function inflated(stream: Buffer): Buffer | null {
  try {
    return inflateSync(stream, { maxOutputLength: maxDocumentBytes })
  } catch {
    return null
  }
}
