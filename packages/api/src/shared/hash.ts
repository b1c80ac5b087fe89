import { createHash, randomBytes } from 'node:crypto'

/** SHA-256 as lower-case hexadecimal. */
export const sha256 = (text: string | Uint8Array): string =>
  createHash('sha256').update(text).digest('hex')

/** A secret of 256 bits that fits into a URL. */
export const randomToken = (): string => randomBytes(32).toString('base64url')
