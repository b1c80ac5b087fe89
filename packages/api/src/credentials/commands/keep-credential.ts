import { randomBytes, randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { sha256 } from '../../shared/hash'
import { addJob } from '../../shared/jobs'
import { type CredentialFacts, credentialDocument } from '../proof/credential-document'
import { addProof } from '../proof/data-integrity'
import { licenseNumberOf } from '../rules/license-number'
import type { Award } from '../schema'
import type { SigningIssuer } from './issuers'
import { openStatusList, takeBit } from './status-lists'

/** What a new credential says, and whose it is. */
export type NewCredential = Award &
  Pick<
    CredentialFacts,
    'achievement' | 'holder' | 'awardedAt' | 'validFrom' | 'validUntil' | 'scaledScore'
  > & {
    userId: string | null
    provider: { name: string; slug: string }
  }

/**
 * Signs a credential as it will always be and keeps it, with a number and a bit of its own, in the caller's
 * transaction, which holds the issuer. Its certificate is drawn by a job. Returns its id.
 */
export async function keepCredential(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'keys' | 'appUrl'>,
  issuer: SigningIssuer,
  { cause, causeId, userId, provider, ...facts }: NewCredential,
): Promise<string> {
  const now = deps.clock.now()
  const list = await openStatusList(tx, deps, issuer.id)
  const index = await takeBit(tx, list)
  const id = randomUUID()
  const licenseNumber = await freeNumber(tx, now)
  const unsigned = credentialDocument({
    ...facts,
    appUrl: deps.appUrl,
    id,
    issuer: { did: issuer.did, name: provider.name, providerSlug: provider.slug },
    licenseNumber,
    status: { listNumber: list.number, index },
  })
  const document = JSON.stringify(await addProof(unsigned, issuer.signer, now))
  await tx.credential.create({
    data: {
      id,
      issuerId: issuer.id,
      keyId: issuer.keyId,
      achievementId: facts.achievement.id,
      userId,
      cause,
      causeId,
      licenseNumber,
      subjectName: facts.holder.name,
      document,
      sha256: sha256(document),
      validFrom: facts.validFrom,
      validUntil: facts.validUntil,
      createdAt: now,
    },
  })
  await tx.statusAllocation.create({ data: { listId: list.id, index, credentialId: id } })
  await addJob(tx, 'credential.issued', { credentialId: id }, { key: `credential:${id}` })
  return id
}

/** A number that nobody has. Should two that are drawn at once be the same, the database refuses the second. */
async function freeNumber(tx: Tx, now: Date): Promise<string> {
  for (;;) {
    const licenseNumber = licenseNumberOf(now.getUTCFullYear(), randomBytes(8))
    if ((await tx.credential.count({ where: { licenseNumber } })) === 0) return licenseNumber
  }
}
