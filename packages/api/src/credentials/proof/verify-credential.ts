import type { JsonWebKey } from 'node:crypto'
import { z } from 'zod'
import { NotCanonizableError } from './canonize'
import { UnknownContextError } from './contexts'
import { isProofSound, type Proof, proofOf } from './data-integrity'
import { isJwtSound, type ParsedJwt } from './jwt'
import { bitOf } from './status-bits'

/** How a verifier comes by what is published elsewhere; null for what cannot be had. */
export type Resolver = {
  didDocument: (did: string) => Promise<unknown>
  statusList: (url: string) => Promise<unknown>
  /** the key of an issuer for JSON Web Tokens, by its name in their header */
  jwk: (issuer: string, kid: string | undefined) => Promise<JsonWebKey | null>
}

/**
 * What was found about a credential, question by question.
 * - `proof`: whether it is what its issuer signed
 * - `period`: whether its dates include this moment
 * - `status`: whether its issuer has taken it back; `unknown` when that cannot be asked
 */
export type Findings = {
  proof:
    | 'sound'
    | 'broken'
    | 'not-signed'
    | 'unknown-context'
    | 'undefined-terms'
    | 'unknown-issuer'
    | 'unknown-key'
  period: 'current' | 'not-yet' | 'ended'
  status: 'clear' | 'revoked' | 'suspended' | 'none' | 'unknown'
}

const dateTime = z.iso.datetime({ offset: true })
const iri = z.string().max(2000)
const issuerId = z.union([iri, z.looseObject({ id: iri }).transform(({ id }) => id)])

const statusEntry = z.looseObject({
  type: z.literal('BitstringStatusListEntry'),
  statusPurpose: z.enum(['revocation', 'suspension']),
  statusListIndex: z.string().regex(/^\d{1,9}$/),
  statusListCredential: z.url().max(2000),
})

const verifiable = z.looseObject({
  '@context': z.array(z.unknown()),
  type: z.array(z.string()),
  issuer: issuerId,
  validFrom: dateTime.optional(),
  validUntil: dateTime.optional(),
  credentialStatus: z.unknown().optional(),
})

const didSchema = z.looseObject({
  id: iri,
  verificationMethod: z.array(
    z.looseObject({ id: iri, controller: iri, publicKeyMultibase: z.string().max(256).optional() }),
  ),
  assertionMethod: z.array(z.union([iri, z.looseObject({ id: iri }).transform(({ id }) => id)])),
})

const listSchema = z.looseObject({
  type: z.array(z.string()).refine((types) => types.includes('BitstringStatusListCredential')),
  credentialSubject: z.looseObject({
    statusPurpose: z.string(),
    encodedList: z.string().max(2_000_000),
  }),
})

/** Whether a document has the form of a Verifiable Credential of version 2 at all. Pure. */
export const isCredential = (document: unknown): document is Record<string, unknown> =>
  verifiable.safeParse(document).success

/**
 * Checks a credential, anybody's: that its proof was made over exactly this text by a key that its issuer
 * names for such statements, its dates, and its bit in its status list, which has to be signed by the
 * same issuer and current itself. Nothing is fetched but by `resolver`. A credential that cannot be checked is
 * never called sound.
 */
export async function verifyCredential(
  document: Record<string, unknown>,
  resolver: Resolver,
  now: Date,
): Promise<Findings> {
  const { validFrom, validUntil, credentialStatus, issuer } = verifiable.parse(document)
  const proof = await checkProof(document, issuer, resolver)
  return {
    proof,
    period: periodOf(validFrom, validUntil, now),
    // What is not signed may name any list.
    status: proof === 'sound' ? await statusOf(credentialStatus, issuer, resolver, now) : 'unknown',
  }
}

/**
 * Checks a credential in the form of a JSON Web Token, as `verifyCredential` does with the other form: signed by
 * a key that its issuer publishes, never by one that comes along, and with registered claims that say what the
 * credential says. Null for a token that holds no credential.
 */
export async function verifyJwt(jwt: ParsedJwt, resolver: Resolver, now: Date) {
  const { iss, sub, jti, nbf, exp, iat: _iat, aud: _aud, ...document } = jwt.payload
  const parsed = verifiable.safeParse(document)
  if (!parsed.success) return null
  const { issuer, validFrom, validUntil, credentialStatus } = parsed.data
  const subject: unknown = Reflect.get(Object(document.credentialSubject), 'id')
  const agrees =
    iss === issuer &&
    jti === document.id &&
    (sub === undefined || sub === subject) &&
    nbf === secondsOf(validFrom) &&
    exp === secondsOf(validUntil)
  const key = await resolver.jwk(issuer, jwt.header.kid)
  const proof = key === null ? 'unknown-key' : agrees && isJwtSound(jwt, key) ? 'sound' : 'broken'
  const status =
    proof === 'sound' ? await statusOf(credentialStatus, issuer, resolver, now) : 'unknown'
  const findings: Findings = { proof, period: periodOf(validFrom, validUntil, now), status }
  return { document, findings }
}

const secondsOf = (dateTime: string | undefined) =>
  dateTime === undefined ? undefined : Math.floor(Date.parse(dateTime) / 1000)

function periodOf(from: string | undefined, until: string | undefined, now: Date) {
  if (from !== undefined && now.getTime() < Date.parse(from)) return 'not-yet'
  if (until !== undefined && now.getTime() >= Date.parse(until)) return 'ended'
  return 'current'
}

async function checkProof(
  document: Record<string, unknown>,
  issuer: string,
  resolver: Resolver,
): Promise<Findings['proof']> {
  const proof = proofOf(document)
  if (!proof) return 'not-signed'
  const did = didSchema.safeParse(await resolver.didDocument(issuer))
  if (!did.success || did.data.id !== issuer) return 'unknown-issuer'
  const key = keyOf(did.data, proof)
  if (key === null) return 'unknown-key'
  try {
    return (await isProofSound(document, proof, key)) ? 'sound' : 'broken'
  } catch (error) {
    if (error instanceof UnknownContextError) return 'unknown-context'
    if (error instanceof NotCanonizableError) return 'undefined-terms'
    if (error instanceof RangeError) return 'unknown-key'
    throw error
  }
}

/** The key of a proof: the issuer's own, and one that it makes such statements with. */
function keyOf(did: z.infer<typeof didSchema>, { verificationMethod }: Proof): string | null {
  const method = did.verificationMethod.find(({ id }) => id === verificationMethod)
  if (method?.controller !== did.id || !did.assertionMethod.includes(method.id)) return null
  return method.publicKeyMultibase ?? null
}

async function statusOf(
  entry: unknown,
  issuer: string,
  resolver: Resolver,
  now: Date,
): Promise<Findings['status']> {
  if (entry === undefined) return 'none'
  const entries = (Array.isArray(entry) ? entry : [entry]).map((one) => statusEntry.safeParse(one))
  if (entries.length === 0 || entries.length > 4) return 'unknown'
  for (const { success, data } of entries) {
    const bit = success ? await readBit(data, issuer, resolver, now) : null
    if (bit === null) return 'unknown'
    if (bit) return data?.statusPurpose === 'suspension' ? 'suspended' : 'revoked'
  }
  return 'clear'
}

/** One bit of a status list; null when the list cannot be had or believed. */
async function readBit(
  entry: z.infer<typeof statusEntry>,
  issuer: string,
  resolver: Resolver,
  now: Date,
): Promise<boolean | null> {
  const document = await resolver.statusList(entry.statusListCredential)
  const list = listSchema.safeParse(document)
  if (!list.success || !isCredential(document)) return null
  const isTheirs = issuerId.safeParse(document.issuer).data === issuer
  const { statusPurpose, encodedList } = list.data.credentialSubject
  if (!isTheirs || statusPurpose !== entry.statusPurpose) return null
  const { validFrom, validUntil } = verifiable.parse(document)
  if (periodOf(validFrom, validUntil, now) !== 'current') return null
  if ((await checkProof(document, issuer, resolver)) !== 'sound') return null
  try {
    return bitOf(encodedList, Number(entry.statusListIndex))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
