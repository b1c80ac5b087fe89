import type { Db } from '@archway/db/client'
import { type Findings, isCredential, verifyCredential } from '../proof/verify-credential'
import { signedScore } from '../rules/signed-score'
import { standingOf } from '../rules/standing'
import { achievementContent } from '../schema'
import { ownIssuers } from './own-issuers'

const selected = {
  id: true,
  licenseNumber: true,
  subjectName: true,
  document: true,
  sha256: true,
  state: true,
  visibility: true,
  isScoreShown: true,
  validFrom: true,
  validUntil: true,
  erasedAt: true,
  replacedById: true,
  replaces: { select: { id: true } },
  issuer: { select: { did: true, provider: { select: { name: true, slug: true } } } },
  achievement: {
    select: {
      id: true,
      version: true,
      content: true,
      offering: { select: { slug: true, kind: true, status: true } },
    },
  },
  changes: {
    select: { toState: true, reason: true, note: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
} as const

/**
 * A credential as anybody may see it, with what a check of this moment finds: of the signed text, and of the
 * published list. Stays when the account, the course or the name in it is gone; null for an unknown id.
 */
export async function getPublicCredential(
  { db, appUrl }: { db: Db; appUrl: string },
  id: string,
  now: Date,
) {
  const row = await db.credential.findUnique({ where: { id }, select: selected })
  if (!row) return null
  const { document, issuer, achievement, changes, replaces, isScoreShown, ...facts } = row
  const signed: unknown = document === null ? null : JSON.parse(document)
  const findings: Findings | null = isCredential(signed)
    ? await verifyCredential(signed, ownIssuers(db, appUrl), now)
    : null
  const { offering } = achievement
  const score = signedScore(signed)
  return {
    ...facts,
    standing: standingOf(row, now),
    findings,
    /** of an exam, when its holder shows it */
    score: isScoreShown ? score : null,
    isScoreKeptBack: score !== null && !isScoreShown,
    lastChange: changes[0] ?? null,
    replacesId: replaces?.id ?? null,
    issuer: { did: issuer.did, ...issuer.provider },
    achievement: {
      id: achievement.id,
      version: achievement.version,
      content: achievementContent.parse(achievement.content),
      /** the page of what was completed, while it has one */
      offering:
        offering?.status === 'published' ? { slug: offering.slug, kind: offering.kind } : null,
    },
  }
}

export type PublicCredential = NonNullable<Awaited<ReturnType<typeof getPublicCredential>>>
