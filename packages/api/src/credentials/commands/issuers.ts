import type { Db, DbOrTx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { ProofSigner } from '../proof/data-integrity'
import { didOf } from '../rules/addresses'

const withActiveKey = {
  id: true,
  did: true,
  keys: {
    where: { retiredAt: null },
    select: { id: true, kid: true, custody: true, publicMultibase: true },
  },
} as const

/** An issuer with the key that it signs with now. */
export type SigningIssuer = { id: string; did: string; keyId: string; signer: ProofSigner }

/** The issuer as it signs now. Throws when it has no key in use. */
export async function requireSigningIssuer(
  db: DbOrTx,
  { keys: keeper }: Pick<Deps, 'keys'>,
  where: { id: string } | { providerId: string },
): Promise<SigningIssuer> {
  const issuer = await db.issuer.findUniqueOrThrow({ where, select: withActiveKey })
  const [key] = issuer.keys
  if (!key) throw new Error(`the issuer ${issuer.did} has no key in use`)
  return {
    id: issuer.id,
    did: issuer.did,
    keyId: key.id,
    signer: { id: `${issuer.did}#${key.kid}`, sign: (data) => keeper.sign(key, data) },
  }
}

/**
 * The issuer of a provider, made with its first key when it is first needed. Its name on the web is the
 * provider's of that day and stays. Safe to repeat, also at once.
 */
export async function ensureIssuer(
  deps: Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>,
  provider: { id: string; slug: string },
): Promise<SigningIssuer> {
  const where = { providerId: provider.id }
  const known = await deps.db.issuer.findUnique({ where, select: { id: true } })
  if (!known) await createIssuer(deps, provider)
  return await requireSigningIssuer(deps.db, deps, where)
}

async function createIssuer(
  { db, clock, keys, appUrl }: { db: Db } & Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  provider: { id: string; slug: string },
): Promise<void> {
  const key = await keys.create()
  try {
    await db.issuer.create({
      data: {
        providerId: provider.id,
        slug: provider.slug,
        did: didOf(appUrl, provider.slug),
        keys: { create: { kid: 'key-1', ...key, notBefore: clock.now() } },
      },
    })
  } catch (error) {
    // Somebody else was quicker: theirs is the issuer, unless it is another provider's old name.
    const isOurs =
      isUniqueViolation(error) &&
      (await db.issuer.findUnique({ where: { providerId: provider.id } }))
    if (!isOurs) throw error
  }
}
