import { toDateTime } from './data-integrity'

export type PublishedKey = { kid: string; publicMultibase: string; compromisedAt: Date | null }

/**
 * The DID document of an issuer. Every key that ever signed stays in it, retired or not: without it what
 * it signed could not be checked any more. One that somebody else may have had is named as revoked (W3C,
 * Controlled Identifiers 1.0, 2.2) and no longer among those that make statements. All ids are absolute,
 * and the assertion methods are plain strings, since common verifiers understand nothing else.
 */
export function didDocument(did: string, keys: readonly PublishedKey[]) {
  const trusted = keys.filter(({ compromisedAt }) => compromisedAt === null)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: keys.map(({ kid, publicMultibase, compromisedAt }) => ({
      id: `${did}#${kid}`,
      type: 'Multikey',
      controller: did,
      publicKeyMultibase: publicMultibase,
      ...(compromisedAt ? { revoked: toDateTime(compromisedAt) } : {}),
    })),
    assertionMethod: trusted.map(({ kid }) => `${did}#${kid}`),
  }
}
