import type { Db } from '@archway/db/client'
import { sha256 } from '../../shared/hash'
import { isUniqueViolation } from '../../shared/unique-violation'
import type { AchievementContent } from '../schema'

/**
 * The version of what is certified that says exactly this, made when there is none yet. Safe to repeat, also
 * at once: the same words are one version.
 */
export async function ensureAchievement(
  db: Db,
  {
    issuerId,
    offeringId,
    content,
  }: { issuerId: string; offeringId: string; content: AchievementContent },
): Promise<{ id: string; version: number }> {
  const hash = sha256(JSON.stringify(content))
  const where = { offeringId_sha256: { offeringId, sha256: hash } }
  const select = { id: true, version: true } as const
  for (;;) {
    const known = await db.achievement.findUnique({ where, select })
    if (known) return known
    const version = 1 + (await db.achievement.count({ where: { offeringId } }))
    try {
      return await db.achievement.create({
        data: { issuerId, offeringId, version, content, sha256: hash },
        select,
      })
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
    }
  }
}
