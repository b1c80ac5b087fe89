import type { DbOrTx } from '@archway/db/client'
import { didDocument } from '../proof/did-document'

/** The DID document of an issuer, with every key that ever signed; null for an unknown name. */
export async function getDidDocument(db: DbOrTx, slug: string) {
  const issuer = await db.issuer.findUnique({
    where: { slug },
    select: {
      did: true,
      keys: {
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
