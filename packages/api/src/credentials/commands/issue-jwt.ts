import type { Deps } from '../../shared/deps'
import { credentialJwt } from '../proof/jwt'
import { p256Jwk } from '../proof/multibase'
import { getCredentialDocument } from '../reads/documents'
import { credentialUrls } from '../rules/addresses'
import { createKey, holdIssuer } from './issuers'

/**
 * A credential as a JSON Web Token: the same statement in the other form of Open Badges 3.0, signed at this moment
 * with the issuer's key for tokens, which is made when it is first needed. Null when there is no signed
 * document to repeat.
 */
export async function issueJwt(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  credentialId: string,
): Promise<string | null> {
  const found = await getCredentialDocument(deps.db, credentialId)
  if (found === null || found === 'erased') return null
  const { issuer } = await deps.db.credential.findUniqueOrThrow({
    where: { id: credentialId },
    select: { issuer: { select: { id: true, did: true, slug: true, provider: true } } },
  })
  const where = { issuerId: issuer.id, algorithm: 'es256', retiredAt: null } as const
  const key =
    (await deps.db.issuerKey.findFirst({ where })) ??
    (await deps.db.$transaction(async (tx) => {
      await holdIssuer(tx, deps, issuer.provider)
      const known = await tx.issuerKey.findFirst({ where })
      if (known) return known
      await createKey(tx, deps, { issuerId: issuer.id, algorithm: 'es256' })
      return await tx.issuerKey.findFirstOrThrow({ where })
    }))
  return await credentialJwt(
    JSON.parse(found.document),
    {
      kid: credentialUrls.jwk(deps.appUrl, issuer.slug, key.kid),
      jwk: p256Jwk(key.publicMultibase),
      issuer: issuer.did,
    },
    (data) => deps.keys.sign(key, data),
  )
}
