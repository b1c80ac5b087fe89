import { recordAudit } from '../../audit/commands'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canReviewItem } from '../policy'
import type { ItemState } from '../schema/kinds'
import type { ReviewInput } from '../schema/writing'
import { awaitsReview } from '../states'
import { lockItem } from './lock-item'
import { moveItem } from './set-state'

/**
 * Keeps what somebody other than the author found about the newest version. A new item is approved into
 * `pretest` or goes back to its author; an item in use stays where it is, and an approved version takes the
 * place of the one before. Throws `item-reviewer-is-author`, `item-changed-meanwhile` when there is a newer
 * version, `item-not-in-review` when nothing waits.
 */
export async function reviewItem(
  deps: Deps,
  actor: Member,
  { versionId, verdict, note }: ReviewInput,
): Promise<{ state: ItemState }> {
  return await deps.db.$transaction(async (tx) => {
    const version = await tx.itemVersion.findUnique({
      where: { id: versionId },
      select: { itemId: true, authorId: true },
    })
    if (!version) throw notFound('item')
    enforce(canReviewItem(actor, version))
    const item = await lockItem(tx, actor, version.itemId)
    if (item.newest.id !== versionId) throw conflict('item-changed-meanwhile')
    if (!awaitsReview(item.state, item.newest.hasVerdict)) throw conflict('item-not-in-review')
    await tx.itemReview.create({
      data: { versionId, reviewerId: actor.userId, verdict, note, createdAt: deps.clock.now() },
      select: { id: true },
    })
    await recordAudit(tx, actor, {
      action: 'item.review',
      entityType: 'item',
      entityId: item.id,
      after: { version: item.newest.number, verdict },
      reason: note || null,
    })
    if (item.state !== 'review') return { state: item.state }
    const state = verdict === 'approved' ? 'pretest' : 'draft'
    await moveItem(tx, actor, item, { state, reason: note || null, action: 'item.state' })
    return { state }
  })
}
