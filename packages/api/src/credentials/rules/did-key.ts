/**
 * The DID document that a did:key stands for (did:key method, 3.1): the key is the name, so nobody has to be
 * asked. Null for other names, and for keys other than Ed25519, which begin differently. Pure.
 */
export function didKeyDocument(did: string) {
  const multikey = /^did:key:(z6Mk[1-9A-HJ-NP-Za-km-z]{44})$/.exec(did)?.[1]
  if (multikey === undefined) return null
  const id = `${did}#${multikey}`
  return {
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
    assertionMethod: [id],
  }
}
