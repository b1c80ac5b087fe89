import type { DbOrTx } from '@archway/db/client'
import { didDocument } from '../proof/did-document'
import { p256Jwk } from '../proof/multibase'
import { credentialUrls, platformDid } from '../rules/addresses'

/** The DID document of an issuer, with every key that ever signed; null for an unknown name. */
export async function getDidDocument(db: DbOrTx, slug: string) {
  const issuer = await db.issuer.findUnique({
    where: { slug },
    select: {
      did: true,
      keys: {
        where: { algorithm: 'ed25519' },
        select: { kid: true, publicMultibase: true, compromisedAt: true },
        orderBy: { notBefore: 'asc' },
      },
    },
  })
  return issuer && didDocument(issuer.did, issuer.keys)
}

/** A status list as it was last signed; null for an unknown number. */
export async function getStatusList(db: DbOrTx, number: number): Promise<string | null> {
  const list = await db.statusList.findUnique({ where: { number }, select: { document: true } })
  return list?.document ?? null
}

/** A signed credential, byte for byte; `erased` when its holder had the name removed; null for an unknown id. */
export async function getCredentialDocument(
  db: DbOrTx,
  id: string,
): Promise<{ document: string; achievementId: string; licenseNumber: string } | 'erased' | null> {
  const credential = await db.credential.findUnique({
    where: { id },
    select: { document: true, achievementId: true, licenseNumber: true },
  })
  if (!credential) return null
  const { document, ...rest } = credential
  return document === null ? 'erased' : { document, ...rest }
}

/**
 * The public keys for credentials as JSON Web Tokens, with the issuer of each (Open Badges 3.0, implementation
 * guide: a platform with several issuers). Those of one issuer when it is named. Without those that somebody
 * else may have had.
 */
export async function getJwks(db: DbOrTx, appUrl: string, did?: string) {
  const keys = await db.issuerKey.findMany({
    where: { algorithm: 'es256', compromisedAt: null, issuer: { did } },
    orderBy: { notBefore: 'asc' },
    select: { kid: true, publicMultibase: true, issuer: { select: { did: true, slug: true } } },
  })
  return {
    keys: keys.map(({ kid, publicMultibase, issuer }) => ({
      ...p256Jwk(publicMultibase),
      alg: 'ES256',
      use: 'sig',
      kid: credentialUrls.jwk(appUrl, issuer.slug, kid),
      iss: issuer.did,
    })),
  }
}

/** One of those keys by its name; null for every other. */
export async function getJwk(db: DbOrTx, appUrl: string, slug: string, kid: string) {
  const wanted = credentialUrls.jwk(appUrl, slug, kid)
  const { keys } = await getJwks(db, appUrl)
  return keys.find((key) => key.kid === wanted) ?? null
}

/** The DID document of the platform itself: it signs nothing, and names those who do. */
export async function getPlatformDid(db: DbOrTx, appUrl: string) {
  const issuers = await db.issuer.findMany({
    orderBy: { createdAt: 'asc' },
    select: { did: true, slug: true },
  })
  const id = platformDid(appUrl)
  return {
    '@context': ['https://www.w3.org/ns/did/v1'],
    id,
    service: issuers.map(({ slug }) => ({
      id: `${id}#${slug}`,
      type: 'CredentialIssuer',
      serviceEndpoint: credentialUrls.didDocument(appUrl, slug),
    })),
  }
}
