import type { Tx } from '@archway/db/client'
import { z } from 'zod'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { signedScore } from '../rules/signed-score'
import { achievementContent, type StatusReason } from '../schema'
import { changeState } from './change-state'
import { holdIssuer } from './issuers'
import { keepCredential } from './keep-credential'

type ReissueDeps = Pick<Deps, 'clock' | 'keys' | 'appUrl'>

/** What of a signed credential goes into the one that takes its place. */
const carriedOver = z.looseObject({
  awardedDate: z.iso.datetime().transform((text) => new Date(text)),
  credentialSubject: z.looseObject({
    identifier: z.array(
      z.looseObject({
        identityType: z.string(),
        identityHash: z.string(),
        salt: z.string().optional(),
      }),
    ),
  }),
})

/**
 * Issues a credential anew: the same award, achievement, dates and score, with the issuer's key of today and the
 * name that is handed in (null: the same). The old one is superseded and leads to it. What is suspended is issued
 * anew suspended. In the caller's transaction. Safe to repeat: what was replaced already answers with what
 * replaced it. Returns null for one that was revoked, or whose name was erased: there is nothing to issue anew.
 */
export async function reissueCredential(
  tx: Tx,
  deps: ReissueDeps,
  actor: Actor,
  { credentialId, name, code }: { credentialId: string; name: string | null; code: StatusReason },
): Promise<string | null> {
  const where = { id: credentialId }
  const { issuer: of } = await tx.credential.findUniqueOrThrow({
    where,
    select: { issuer: { select: { provider: { select: { id: true, slug: true, name: true } } } } },
  })
  const issuer = await holdIssuer(tx, deps, of.provider)
  const old = await tx.credential.findUniqueOrThrow({ where, include: { achievement: true } })
  if (old.state === 'superseded') return old.replacedById
  if (old.state === 'revoked' || old.document === null || old.subjectName === null) return null
  const signed: unknown = JSON.parse(old.document)
  const { awardedDate, credentialSubject } = carriedOver.parse(signed)
  const address = credentialSubject.identifier.find(
    ({ identityType }) => identityType === 'emailAddress',
  )
  await changeState(tx, deps, actor, { credentialId, to: 'superseded', code })
  const id = await keepCredential(tx, deps, issuer, {
    cause: old.cause,
    causeId: old.causeId,
    userId: old.userId,
    provider: of.provider,
    achievement: { ...old.achievement, content: achievementContent.parse(old.achievement.content) },
    holder: {
      name: name ?? old.subjectName,
      emailHash: address?.identityHash ?? '',
      salt: address?.salt ?? '',
    },
    awardedAt: awardedDate,
    validFrom: old.validFrom,
    validUntil: old.validUntil,
    scaledScore: signedScore(signed),
  })
  await tx.credential.update({ where, data: { replacedById: id } })
  const { visibility, isScoreShown } = old
  await tx.credential.update({ where: { id }, data: { visibility, isScoreShown } })
  if (old.state === 'suspended') {
    await changeState(tx, deps, actor, { credentialId: id, to: 'suspended', code: 'under_review' })
  }
  return id
}
