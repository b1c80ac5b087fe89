import type { Db } from '@archway/db/client'
import { getDidDocument, getJwks, getPlatformDid, getStatusList } from './documents'

/** A document that is published, and the path under which strangers look for it. */
export type PublishedFile = { path: string; content: string }

/**
 * All that a check of our credentials asks us for, as files under the same paths: the names of issuers with their
 * keys, and the status lists as they were last signed. Served by any web server under our address, they take our
 * place. The address is the one in the names of the issuers, which is inside of everything that they signed.
 */
export async function listPublishedFiles(db: Db): Promise<PublishedFile[]> {
  const issuers = await db.issuer.findMany({
    orderBy: { createdAt: 'asc' },
    select: { slug: true, did: true, statusLists: { select: { number: true } } },
  })
  const [first] = issuers
  if (!first) return []
  const appUrl = `https://${decodeURIComponent(first.did.split(':')[2] ?? '')}`
  const jwks = await getJwks(db, appUrl)
  const json = (path: string, content: unknown) => ({ path, content: JSON.stringify(content) })
  const files = [
    json('.well-known/did.json', await getPlatformDid(db, appUrl)),
    json('.well-known/jwks.json', jwks),
    ...jwks.keys.map((key) => json(new URL(key.kid).pathname.slice(1), key)),
  ]
  for (const { slug, statusLists } of issuers) {
    files.push(json(`issuers/${slug}/did.json`, await getDidDocument(db, slug)))
    for (const { number } of statusLists) {
      const content = await getStatusList(db, number)
      if (content !== null) files.push({ path: `status/revocation/${number}`, content })
    }
  }
  return files
}
