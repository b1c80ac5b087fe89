import type { DbOrTx } from '@archway/db/client'
import { achievementContent } from '../schema'

/** What was certified, as it was described then; null for an unknown id. Never changes, also when its course is gone. */
export async function getAchievement(db: DbOrTx, id: string) {
  const row = await db.achievement.findUnique({
    where: { id },
    select: {
      id: true,
      version: true,
      content: true,
      createdAt: true,
      issuer: { select: { did: true, provider: { select: { name: true, slug: true } } } },
      offering: { select: { slug: true, kind: true, status: true } },
    },
  })
  if (!row) return null
  const { content, issuer, offering, ...facts } = row
  return {
    ...facts,
    content: achievementContent.parse(content),
    issuer: { did: issuer.did, ...issuer.provider },
    offering:
      offering?.status === 'published' ? { slug: offering.slug, kind: offering.kind } : null,
  }
}

export type PublicAchievement = NonNullable<Awaited<ReturnType<typeof getAchievement>>>
