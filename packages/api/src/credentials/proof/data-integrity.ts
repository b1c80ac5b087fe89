import { createHash, createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'
import { canonize } from './canonize'
import { credentialsV2 } from './contexts'
import { fromBase58, fromMultikey, toBase58 } from './multibase'

/** Who signs: the DID URL of the key, and a function to which its private half never leaves. */
export type ProofSigner = {
  id: string
  sign: (data: Uint8Array) => Promise<Uint8Array>
}

const sha256Bytes = (text: string) => createHash('sha256').update(text, 'utf8').digest()

/** Times in signed documents have whole seconds. */
export const toDateTime = (at: Date): string => at.toISOString().replace(/\.\d{3}Z$/, 'Z')

/**
 * What is signed (W3C, Data Integrity EdDSA Cryptosuites 1.0, 3.2.4): the hash of the proof's options, then
 * the hash of the document without its proof.
 */
async function hashData(
  document: Record<string, unknown>,
  options: Record<string, unknown>,
): Promise<Buffer> {
  const context = document['@context'] ?? credentialsV2
  const [config, body] = await Promise.all([
    canonize({ '@context': context, ...options }),
    canonize(document),
  ])
  return Buffer.concat([sha256Bytes(config), sha256Bytes(body)])
}

/**
 * The document with a proof `eddsa-rdfc-2022`, the only suite that all verifiers of Open Badges must
 * know. The proof is an array, as the strict schema of Open Badges 3.0 asks. The same document, time and key give
 * the same bytes.
 */
export async function addProof<Document extends Record<string, unknown>>(
  document: Document,
  signer: ProofSigner,
  createdAt: Date,
) {
  const options = {
    type: 'DataIntegrityProof',
    created: toDateTime(createdAt),
    verificationMethod: signer.id,
    cryptosuite: 'eddsa-rdfc-2022',
    proofPurpose: 'assertionMethod',
  }
  const signature = await signer.sign(await hashData(document, options))
  return { ...document, proof: [{ ...options, proofValue: toBase58(signature) }] }
}

const proofSchema = z.looseObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  proofPurpose: z.literal('assertionMethod'),
  verificationMethod: z.string().max(2000),
  created: z.iso.datetime({ offset: true }).optional(),
  proofValue: z.string().startsWith('z').max(200),
})

export type Proof = z.infer<typeof proofSchema>

/** The one proof of a signed document that can be checked here; null when there is none such. */
export function proofOf(document: Record<string, unknown>): Proof | null {
  const proofs = Array.isArray(document.proof) ? document.proof : [document.proof]
  const [proof, ...more] = proofs
  const parsed = proofSchema.safeParse(proof)
  return parsed.success && more.length === 0 ? parsed.data : null
}

/** How Ed25519 public keys begin in DER (RFC 8410, 4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * Whether the proof of a document was made by this key over exactly this document. Says nothing about
 * whose key it is, dates or status. Throws `UnknownContextError` and `NotCanonizableError`.
 */
export async function isProofSound(
  document: Record<string, unknown>,
  proof: Proof,
  publicMultibase: string,
): Promise<boolean> {
  const { proof: _, ...body } = document
  const { proofValue, ...options } = proof
  // A proof may repeat the context; the document's is the one that counts.
  delete options['@context']
  const data = await hashData(body, options)
  const key = createPublicKey({
    key: Buffer.concat([spkiPrefix, fromMultikey(publicMultibase)]),
    format: 'der',
    type: 'spki',
  })
  try {
    return verify(null, data, key, fromBase58(proofValue))
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
