import { randomBytes, randomUUID } from 'node:crypto'
import type { Deps } from '../../shared/deps'
import { sha256 } from '../../shared/hash'
import { addJob } from '../../shared/jobs'
import { isUniqueViolation } from '../../shared/unique-violation'
import { credentialDocument } from '../proof/credential-document'
import { addProof } from '../proof/data-integrity'
import { type EarnedAward, requireEarnedAward } from '../reads/award'
import { licenseNumberOf } from '../rules/license-number'
import type { Award } from '../schema'
import { ensureAchievement } from './achievements'
import { ensureIssuer } from './issuers'
import { openStatusList, randomIndex } from './status-lists'

type IssuingDeps = Pick<Deps, 'db' | 'clock' | 'keys' | 'appUrl'>

/** How often a number or a bit that is taken is drawn again before something else must be wrong. */
const maxDraws = 8

/** The credential of an award that stands; one that was superseded gave its place to another. */
const findIssued = ({ db }: Pick<Deps, 'db'>, { cause, causeId }: Award) =>
  db.credential.findFirst({
    where: { cause, causeId, state: { not: 'superseded' } },
    select: { id: true },
  })

/**
 * Issues the credential of an award, once: signed as it will always be, with a bit in a published status list
 * of its issuer. Signing needs no transaction; what is signed is kept only when its number, its bit and
 * its cause are still free, which the database says. Safe to repeat, also at once: the same award is one
 * credential. Throws as `requireEarnedAward` does.
 */
export async function issueCredential(
  deps: IssuingDeps,
  award: Award,
): Promise<{ credentialId: string; isNew: boolean }> {
  const issued = await findIssued(deps, award)
  if (issued) return { credentialId: issued.id, isNew: false }
  const earned = await requireEarnedAward(deps.db, award, deps.clock.now())
  for (let draw = 1; ; draw++) {
    const credentialId = await signAndKeep(deps, earned)
    if (credentialId) return { credentialId, isNew: true }
    const other = await findIssued(deps, award)
    if (other) return { credentialId: other.id, isNew: false }
    if (draw === maxDraws) throw new Error(`no number or bit was free for ${award.causeId}`)
  }
}

/** Returns null when the number, the bit, the last room of the list or the award itself was taken meanwhile. */
async function signAndKeep(deps: IssuingDeps, earned: EarnedAward): Promise<string | null> {
  const { db, clock, appUrl } = deps
  const now = clock.now()
  const issuer = await ensureIssuer(deps, earned.provider)
  const { content, offeringId } = earned
  const achievement = await ensureAchievement(db, { issuerId: issuer.id, offeringId, content })
  const list = await openStatusList(deps, issuer.id)
  const id = randomUUID()
  const index = randomIndex(list)
  const licenseNumber = licenseNumberOf(now.getUTCFullYear(), randomBytes(8))
  const unsigned = credentialDocument({
    appUrl,
    id,
    issuer: { did: issuer.did, name: earned.provider.name, providerSlug: earned.provider.slug },
    achievement: { ...achievement, content },
    holder: earned.holder,
    salt: randomBytes(16).toString('hex'),
    licenseNumber,
    awardedAt: earned.earnedAt,
    validFrom: now,
    validUntil: null,
    status: { listNumber: list.number, index },
  })
  const document = JSON.stringify(await addProof(unsigned, issuer.signer, now))
  try {
    return await db.$transaction(async (tx) => {
      await tx.credential.create({
        data: {
          id,
          issuerId: issuer.id,
          keyId: issuer.keyId,
          achievementId: achievement.id,
          userId: earned.userId,
          cause: earned.cause,
          causeId: earned.causeId,
          licenseNumber,
          subjectName: earned.holder.name,
          document,
          sha256: sha256(document),
          validFrom: now,
          createdAt: now,
        },
      })
      await tx.statusAllocation.create({ data: { listId: list.id, index, credentialId: id } })
      const key = `credential:${id}`
      await addJob(tx, 'credential.issued', { credentialId: id }, { key })
      // Last, since everybody who is issued something by this issuer waits here.
      const isRoom = await tx.statusList.updateMany({
        where: { id: list.id, allocated: { lt: tx.statusList.fields.capacity } },
        data: { allocated: { increment: 1 } },
      })
      if (isRoom.count === 0) throw new ListFull()
      return id
    })
  } catch (error) {
    if (isUniqueViolation(error) || error instanceof ListFull) return null
    throw error
  }
}

/** Rolls the issue back when the last room of its list went to somebody else. */
class ListFull extends Error {}
