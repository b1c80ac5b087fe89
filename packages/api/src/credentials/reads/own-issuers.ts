import type { DbOrTx } from '@archway/db/client'
import type { Resolver } from '../proof/verify-credential'
import { credentialUrls } from '../rules/addresses'
import { getDidDocument, getJwks, getStatusList } from './documents'

/**
 * What our own issuers publish, read where it is kept instead of over the network: the same documents that
 * strangers are given. Everything else cannot be had.
 */
export const ownIssuers = (db: DbOrTx, appUrl: string): Resolver => ({
  didDocument: async (did) => {
    const issuer = await db.issuer.findUnique({ where: { did }, select: { slug: true } })
    return issuer && (await getDidDocument(db, issuer.slug))
  },
  statusList: async (url) => {
    const number = Number(url.slice(url.lastIndexOf('/') + 1))
    if (!Number.isSafeInteger(number) || number > 2_000_000_000) return null
    if (url !== credentialUrls.statusList(appUrl, number)) return null
    const list = await getStatusList(db, number)
    return list === null ? null : JSON.parse(list)
  },
  jwk: async (issuer, kid) => {
    const { keys } = await getJwks(db, appUrl, issuer)
    return keys.find((key) => key.kid === kid) ?? null
  },
})
