import { gunzipSync, gzipSync } from 'node:zlib'

/** Fewest bits of a list: 16 kB, so that nobody can be told by their bit (W3C, Bitstring Status List 1.0, 6.1). */
export const minListBits = 131_072

/** Most bits of a list that is read, 8 MB: what a list unpacks to is written by whoever signed it. */
const maxListBytes = 1_048_576

/** A list of bits as it is published: packed, in base64url with a "u" in front. The first bit is the leftmost. */
export function encodeBits(size: number, set: Iterable<number>): string {
  const bytes = Buffer.alloc(size / 8)
  for (const index of set) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return `u${gzipSync(bytes, { level: 9 }).toString('base64url')}`
}

/**
 * One bit of a published list. Throws `RangeError` for a list that is too short or unpacks to too much, one that
 * is not packed, and for a bit outside of it: an answer that cannot be read is not "no".
 */
export function bitOf(encodedList: string, index: number): boolean {
  if (!/^u[A-Za-z0-9_-]+$/.test(encodedList)) throw new RangeError('not a packed list')
  let bytes: Buffer
  try {
    const packed = Buffer.from(encodedList.slice(1), 'base64url')
    bytes = gunzipSync(packed, { maxOutputLength: maxListBytes })
  } catch (error) {
    throw new RangeError('the list cannot be unpacked', { cause: error })
  }
  const byte = bytes[index >> 3]
  if (bytes.length * 8 < minListBits || byte === undefined) {
    throw new RangeError('the list is too short')
  }
  return (byte & (0x80 >> (index & 7))) !== 0
}
