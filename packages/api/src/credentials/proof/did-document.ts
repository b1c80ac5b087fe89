export type PublishedKey = { kid: string; publicMultibase: string }

/**
 * The DID document of an issuer. Every key that ever signed stays in it, retired or not: without it what
 * it signed could not be checked any more. All ids are absolute, and the assertion methods are plain
 * strings, since common verifiers understand nothing else.
 */
export function didDocument(did: string, keys: readonly PublishedKey[]) {
  const ids = keys.map(({ kid }) => `${did}#${kid}`)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ kid, publicMultibase }) => ({
      id: `${did}#${kid}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: publicMultibase,
    })),
    assertionMethod: ids,
  }
}
