/** What an uploaded file really is, by its first bytes; the name and the browser's word do not count. */
export type FileType = {
  contentType: string
  extension: string
  family: 'image' | 'video' | 'captions' | 'document'
  /** bytes that a file of this kind may have */
  maxBytes: number
}

const MB = 1024 * 1024
const image = (contentType: string, extension: string): FileType => ({
  contentType,
  extension,
  family: 'image',
  maxBytes: 15 * MB,
})
const video = (contentType: string, extension: string): FileType => ({
  contentType,
  extension,
  family: 'video',
  maxBytes: 1024 * MB,
})
const document = (contentType: string, extension: string): FileType => ({
  contentType,
  extension,
  family: 'document',
  maxBytes: 50 * MB,
})

/** The largest file of any kind. */
export const MAX_UPLOAD_BYTES = 1024 * MB
/** First bytes that fileTypeOf needs. */
export const SNIFF_BYTES = 512

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to))
const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((value, index) => bytes[index] === value)

/**
 * The type of a file by its signature (WHATWG MIME Sniffing, ISO/IEC 14496-12 brands), or null when it
 * is none that we take. SVG and HTML are not taken: they can carry scripts. Text tables and notes have
 * no signature; they are taken by their name when nothing in the bytes speaks against it. Pure.
 */
export function fileTypeOf(head: Uint8Array, fileName: string): FileType | null {
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return image('image/png', 'png')
  if (startsWith(head, [0xff, 0xd8, 0xff])) return image('image/jpeg', 'jpg')
  if (/^GIF8[79]a/.test(ascii(head, 0, 6))) return image('image/gif', 'gif')
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WEBP')
    return image('image/webp', 'webp')
  if (ascii(head, 4, 8) === 'ftyp') {
    const brand = ascii(head, 8, 12)
    if (brand === 'avif' || brand === 'avis') return image('image/avif', 'avif')
    if (/^(isom|iso\d|mp4\d|avc1|M4V |dash|MSNV)$/.test(brand)) return video('video/mp4', 'mp4')
    return null
  }
  if (startsWith(head, [0x1a, 0x45, 0xdf, 0xa3]) && ascii(head, 0, 64).includes('webm')) {
    return video('video/webm', 'webm')
  }
  if (ascii(head, 0, 5) === '%PDF-') return document('application/pdf', 'pdf')
  if (/^(\u00EF\u00BB\u00BF)?WEBVTT(\s|$)/.test(ascii(head, 0, 16))) {
    return {
      contentType: 'text/vtt; charset=utf-8',
      extension: 'vtt',
      family: 'captions',
      maxBytes: MB,
    }
  }
  return textTypeOf(head, fileName)
}

const textTypes: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
}

function textTypeOf(head: Uint8Array, fileName: string): FileType | null {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const contentType = textTypes[extension]
  if (contentType === undefined || head.length === 0) return null
  const isText = head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d,
  )
  const looksLikeMarkup = /<\s*(svg|html|script|!doctype|\?xml)/i.test(ascii(head, 0, head.length))
  return isText && !looksLikeMarkup ? document(contentType, extension) : null
}
