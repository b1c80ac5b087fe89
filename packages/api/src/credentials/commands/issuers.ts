import type { DbOrTx, Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import type { ProofSigner } from '../proof/data-integrity'
import { didOf } from '../rules/addresses'
import type { KeyAlgorithm } from '../schema'

const withActiveKey = {
  id: true,
  did: true,
  keys: {
    where: { retiredAt: null, algorithm: 'ed25519' },
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
 * The issuer of a provider, held until the transaction ends: whoever issues for it, or changes its keys, waits for
 * one another. Made with its first key when it is first needed; its name on the web is the provider's of that
 * day and stays. Safe to repeat, also at once. Throws when that name is another provider's old one.
 */
export async function holdIssuer(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  provider: { id: string; slug: string },
): Promise<SigningIssuer> {
  const where = { providerId: provider.id }
  const known = await tx.issuer.findUnique({ where, select: { id: true } })
  if (!known) await createIssuer(tx, deps, provider)
  await tx.$queryRaw`
    select id from issuers where provider_id = ${provider.id}::uuid for no key update`
  return await requireSigningIssuer(tx, deps, where)
}

async function createIssuer(
  tx: Tx,
  { clock, keys, appUrl }: Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  { id: providerId, slug }: { id: string; slug: string },
): Promise<void> {
  const [created] = await tx.issuer.createManyAndReturn({
    data: [{ providerId, slug, did: didOf(appUrl, slug) }],
    select: { id: true },
    // Somebody else was quicker: theirs is the issuer.
    skipDuplicates: true,
  })
  if (!created) return
  await createKey(tx, { keys, clock }, { issuerId: created.id, algorithm: 'ed25519' })
}

const kidPrefixes = { ed25519: 'key', es256: 'jwt-key' } as const

/** The next key of an issuer, which the caller holds. Returns its name: key-1, jwt-key-1. */
export async function createKey(
  tx: Tx,
  { keys, clock }: Pick<Deps, 'keys' | 'clock'>,
  { issuerId, algorithm }: { issuerId: string; algorithm: KeyAlgorithm },
): Promise<string> {
  const number = 1 + (await tx.issuerKey.count({ where: { issuerId, algorithm } }))
  const kid = `${kidPrefixes[algorithm]}-${number}`
  const made = await keys.create(algorithm)
  await tx.issuerKey.create({
    data: { issuerId, kid, algorithm, ...made, notBefore: clock.now() },
  })
  return kid
}
