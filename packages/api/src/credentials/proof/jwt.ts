import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { z } from 'zod'

const base64url = z.string().regex(/^[\w-]+$/)

/** A JSON Web Token taken apart; what it says is believed only after its signature was checked. */
export type ParsedJwt = {
  header: { alg: string; kid?: string }
  payload: Record<string, unknown>
  signingInput: string
  signature: Buffer
}

const headerSchema = z.looseObject({ alg: z.string(), kid: z.string().max(2000).optional() })
const payloadSchema = z.looseObject({})

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Whether a text has the form of a compact JSON Web Token (RFC 7515, 7.1). Pure. */
export const looksLikeJwt = (text: string): boolean =>
  /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(text.trim())

/** The parts of a compact token; null for every other text. Pure. */
export function parseJwt(text: string): ParsedJwt | null {
  const parts = text.trim().split('.')
  if (parts.length !== 3 || !parts.every((part) => base64url.safeParse(part).success)) return null
  const [head = '', body = '', tail = ''] = parts
  try {
    return {
      header: headerSchema.parse(JSON.parse(Buffer.from(head, 'base64url').toString())),
      payload: payloadSchema.parse(JSON.parse(Buffer.from(body, 'base64url').toString())),
      signingInput: `${head}.${body}`,
      signature: Buffer.from(tail, 'base64url'),
    }
  } catch {
    return null
  }
}

/** Whether a key has made the signature by ES256, the only algorithm that our tokens have (RFC 7518, 3.4). */
export function isJwtSound({ header, signingInput, signature }: ParsedJwt, jwk: JsonWebKey) {
  if (header.alg !== 'ES256' || jwk.kty !== 'EC' || jwk.crv !== 'P-256') return false
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const data = Buffer.from(signingInput)
    return verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
  } catch {
    // A point that is on no curve.
    return false
  }
}

const seconds = (dateTime: unknown) =>
  typeof dateTime === 'string' ? Math.floor(Date.parse(dateTime) / 1000) : undefined

/**
 * A signed credential as a JSON Web Token (Open Badges 3.0, 8.2): the same document without its embedded proof, and
 * the registered claims that have to say the same. The subject has a name of its own there, which the claim
 * `sub` repeats. `sign` makes an ES256 signature.
 */
export async function credentialJwt(
  document: Record<string, unknown>,
  { kid, jwk, issuer }: { kid: string; jwk: JsonWebKey; issuer: string },
  sign: (data: Uint8Array) => Promise<Uint8Array>,
): Promise<string> {
  const { proof: _, credentialSubject, ...rest } = document
  const sub = `${String(document.id)}#subject`
  const payload = {
    ...rest,
    credentialSubject: { id: sub, ...Object(credentialSubject) },
    iss: issuer,
    sub,
    jti: document.id,
    nbf: seconds(document.validFrom),
    exp: seconds(document.validUntil),
  }
  const signingInput = `${encode({ alg: 'ES256', typ: 'JWT', kid, jwk })}.${encode(payload)}`
  const signature = await sign(Buffer.from(signingInput))
  return `${signingInput}.${Buffer.from(signature).toString('base64url')}`
}
