import type { Tx } from '@archway/db/client'
import { sha256 } from '../../shared/hash'
import type { AchievementContent } from '../schema'

/**
 * The version of what is certified that says exactly this, made when there is none yet: the same words are
 * one version. The caller holds the issuer, so that nobody else counts versions meanwhile.
 */
export async function ensureAchievement(
  tx: Tx,
  {
    issuerId,
    offeringId,
    content,
  }: { issuerId: string; offeringId: string; content: AchievementContent },
): Promise<{ id: string; version: number }> {
  const hash = sha256(JSON.stringify(content))
  const where = { offeringId_sha256: { offeringId, sha256: hash } }
  const select = { id: true, version: true } as const
  const known = await tx.achievement.findUnique({ where, select })
  if (known) return known
  const version = 1 + (await tx.achievement.count({ where: { offeringId } }))
  const data = { issuerId, offeringId, version, content, sha256: hash }
  return await tx.achievement.create({ data, select })
}
