import { ECDH } from 'node:crypto'

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'

/** Longest text that is decoded: the work grows with the square of its length, and keys and signatures are short. */
const maxLength = 256

/** Bytes as multibase base58btc: a "z" and the digits (W3C, Controlled Identifiers, 2.4). */
export function toBase58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
  let digits = ''
  for (; rest > 0n; rest /= 58n) digits = alphabet[Number(rest % 58n)] + digits
  const zeros = bytes.findIndex((byte) => byte !== 0)
  return `z${'1'.repeat(zeros === -1 ? bytes.length : zeros)}${digits}`
}

/** The bytes of a multibase base58btc text. Throws `RangeError` for anything else. */
export function fromBase58(text: string): Buffer {
  if (!text.startsWith('z') || text.length > maxLength) throw new RangeError('not base58btc')
  const zeros = /^1*/.exec(text.slice(1))?.[0].length ?? 0
  let rest = 0n
  for (const digit of text.slice(1)) {
    const value = alphabet.indexOf(digit)
    if (value === -1) throw new RangeError('not base58btc')
    rest = rest * 58n + BigInt(value)
  }
  const hex = rest === 0n ? '' : rest.toString(16)
  const digits = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
  return Buffer.concat([Buffer.alloc(zeros), digits])
}

/** What stands before the 32 bytes of an Ed25519 public key in a Multikey (multicodec 0xed as a varint). */
const ed25519Prefix = Buffer.from([0xed, 0x01])

/** A raw Ed25519 public key as a Multikey: z6Mk… */
export const toMultikey = (publicKey: Uint8Array): string =>
  toBase58(Buffer.concat([ed25519Prefix, publicKey]))

/** The raw Ed25519 public key of a Multikey. Throws `RangeError` for keys of another kind. */
export function fromMultikey(multikey: string): Buffer {
  const bytes = fromBase58(multikey)
  if (bytes.length !== 34 || !bytes.subarray(0, 2).equals(ed25519Prefix)) {
    throw new RangeError('not an Ed25519 Multikey')
  }
  return bytes.subarray(2)
}

/** What stands before the 33 bytes of a compressed P-256 public key in a Multikey (multicodec 0x1200). */
const p256Prefix = Buffer.from([0x80, 0x24])

/** A P-256 public key, as a point, as a Multikey: zDn… */
export const toP256Multikey = (point: Uint8Array): string => {
  const compressed = ECDH.convertKey(point, 'prime256v1', undefined, undefined, 'compressed')
  return toBase58(Buffer.concat([p256Prefix, Buffer.from(compressed)]))
}

/** The P-256 public key of a Multikey as a JSON Web Key. Throws `RangeError` for keys of another kind. */
export function p256Jwk(multikey: string) {
  const bytes = fromBase58(multikey)
  if (bytes.length !== 35 || !bytes.subarray(0, 2).equals(p256Prefix)) {
    throw new RangeError('not a P-256 Multikey')
  }
  const compressed = bytes.subarray(2)
  const point = Buffer.from(
    ECDH.convertKey(compressed, 'prime256v1', undefined, undefined, 'uncompressed'),
  )
  const [x, y] = [point.subarray(1, 33), point.subarray(33)]
  return {
    kty: 'EC',
    crv: 'P-256',
    x: x.toString('base64url'),
    y: y.toString('base64url'),
  } as const
}
