import { analyse } from 'chardet'
import iconv from 'iconv-lite'

const SAMPLE = 256 * 1024

/**
 * The encoding of a file, by its byte order mark, else UTF-8 when every byte of it is valid UTF-8, else
 * what chardet finds most likely around the first byte that is not. Reads the file once, keeping no
 * more than a sample of it.
 */
export async function detectEncoding(file: AsyncIterable<Uint8Array>): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let head = Buffer.alloc(0)
  let previous = Buffer.alloc(0)
  for await (const bytes of file) {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (head.length < 4) {
      head = Buffer.concat([head, chunk.subarray(0, 4)])
      const mark = byteOrderMark(head)
      if (mark !== null) return mark
    }
    try {
      utf8.decode(chunk, { stream: true })
    } catch {
      return likelyEncoding(Buffer.concat([previous, chunk]).subarray(-SAMPLE * 2))
    }
    previous = Buffer.from(chunk.subarray(-SAMPLE))
  }
  try {
    utf8.decode()
    return 'utf-8'
  } catch {
    return likelyEncoding(previous)
  }
}

function byteOrderMark(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes that are not UTF-8. Latin-1 is read as Windows-1252, which has the same letters and more signs. */
function likelyEncoding(sample: Buffer): string {
  const names = analyse(sample).map(({ name }) => name)
  const found = names.find((name) => name !== 'UTF-8' && iconv.encodingExists(name))
  return found === undefined || found === 'ISO-8859-1' || found === 'ASCII'
    ? 'windows-1252'
    : found.toLowerCase()
}
