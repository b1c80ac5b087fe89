import { createPrivateKey, sign } from 'node:crypto'
import { expect, test } from 'vitest'
import { addProof, isProofSound, proofOf } from './data-integrity'
import { fromBase58, fromMultikey, toBase58, toMultikey } from './multibase'

/**
 * The example of W3C's "Data Integrity EdDSA Cryptosuites v1.0", appendix B.1 (W3C Software and Document
 * License). Its second context only says that all other words belong to the examples: said in place here.
 */
const alumni = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    { '@vocab': 'https://www.w3.org/ns/credentials/examples#' },
  ],
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: 'https://vc.example/issuers/5678',
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
}
const publicMultibase = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const seed = fromBase58('z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq').subarray(2)
const key = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]),
  format: 'der',
  type: 'pkcs8',
})
const signer = {
  id: `https://vc.example/issuers/5678#${publicMultibase}`,
  sign: async (data: Uint8Array) => sign(null, data, key),
}

test('78 W3C/1EdTech/DCC vectors: the W3C’s is reproduced byte for byte', async () => {
  const signed = await addProof(alumni, signer, new Date('2023-02-24T23:36:38Z'))
  expect(signed.proof[0]?.proofValue).toBe(
    'z21EVs3eXERqTn4acNHT9viboqgzUaQ3kTmhPT3eA8qrVPE7CrQq78WkzctnMX5W4CrzcKnHw8V6dvy5pgWYCU5e9',
  )
  const proof = proofOf(signed)
  expect(proof && (await isProofSound(signed, proof, publicMultibase))).toBe(true)
})

test('several proofs, other suites and other purposes are none that can be checked', async () => {
  const signed = await addProof(alumni, signer, new Date())
  const [proof] = signed.proof
  expect(proofOf({ ...signed, proof })).toEqual(proof)
  expect(proofOf({ ...signed, proof: [proof, proof] })).toBeNull()
  expect(proofOf({ ...signed, proof: { ...proof, cryptosuite: 'eddsa-jcs-2022' } })).toBeNull()
  expect(proofOf({ ...signed, proof: { ...proof, proofPurpose: 'authentication' } })).toBeNull()
  expect(proofOf(alumni)).toBeNull()
})

test('multibase and Multikeys go there and back, and refuse what is none', () => {
  expect(toMultikey(fromMultikey(publicMultibase))).toBe(publicMultibase)
  for (const bytes of [[], [0], [0, 0, 1], [255, 0, 255]]) {
    expect([...fromBase58(toBase58(Uint8Array.from(bytes)))]).toEqual(bytes)
  }
  for (const text of ['', 'z0', 'zO', 'm1234', `z${'1'.repeat(300)}`]) {
    expect(() => fromBase58(text)).toThrow(RangeError)
  }
  expect(() => fromMultikey(toBase58(Uint8Array.from([1, 2, 3])))).toThrow(RangeError)
})
