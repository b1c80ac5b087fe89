import type { Tx } from '@archway/db/client'
import type { z } from 'zod'
import { recordAudit } from '../audit/commands'
import type { Actor, Member } from '../shared/actor'
import { cacheTags } from '../shared/cache-tags'
import type { Deps } from '../shared/deps'
import { notFound } from '../shared/errors'
import { enforce } from '../shared/policy-result'
import { canModerate, canReview } from './policy'
import type { moderateReviewInput, postReviewInput } from './schema'

/**
 * Posts the person's review of an offering, or changes the one they have. The offering's rating is
 * counted anew in the same transaction. A review that staff has hidden can be changed but stays hidden.
 * Safe to repeat.
 */
export async function postReview(
  deps: Deps,
  actor: Member,
  { offeringId, ...content }: z.output<typeof postReviewInput>,
): Promise<{ reviewId: string }> {
  const reviewId = await deps.db.$transaction(async (tx) => {
    const offering = await lockOffering(tx, offeringId)
    const enrolment = await tx.enrolment.findUnique({
      where: { userId_offeringId: { userId: actor.userId, offeringId } },
      select: { id: true },
    })
    enforce(canReview(actor, offering, enrolment !== null))
    const { id } = await tx.review.upsert({
      where: { offeringId_userId: { offeringId, userId: actor.userId } },
      create: { offeringId, userId: actor.userId, ...content, createdAt: deps.clock.now() },
      update: content,
      select: { id: true },
    })
    await recount(tx, offeringId)
    return id
  })
  expire(deps, offeringId)
  return { reviewId }
}

/** Takes the person's own review back. Doing it again does nothing. */
export async function deleteMyReview(
  deps: Deps,
  actor: Member,
  { offeringId }: { offeringId: string },
): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    await lockOffering(tx, offeringId)
    await tx.review.deleteMany({ where: { offeringId, userId: actor.userId } })
    await recount(tx, offeringId)
  })
  expire(deps, offeringId)
}

/** Hides a review or shows it again, with the reason. Doing it again does nothing. */
export async function moderateReview(
  deps: Deps,
  actor: Actor,
  { reviewId, status, reason }: z.output<typeof moderateReviewInput>,
): Promise<void> {
  enforce(canModerate(actor))
  const offeringId = await deps.db.$transaction(async (tx) => {
    const found = await tx.review.findUnique({
      where: { id: reviewId },
      select: { offeringId: true },
    })
    if (found === null) throw notFound('review')
    await lockOffering(tx, found.offeringId)
    // Only now nobody else can change it or take it back.
    const before = await tx.review.findUnique({
      where: { id: reviewId },
      select: { offeringId: true, status: true },
    })
    if (before === null) throw notFound('review')
    if (before.status === status) return before.offeringId
    await tx.review.update({
      where: { id: reviewId },
      data: { status, statusReason: status === 'hidden' ? reason : null },
    })
    await recount(tx, before.offeringId)
    await recordAudit(tx, actor, {
      action: status === 'hidden' ? 'review.hide' : 'review.show',
      entityType: 'review',
      entityId: reviewId,
      before: { status: before.status },
      after: { status },
      reason,
    })
    return before.offeringId
  })
  expire(deps, offeringId)
}

/** Locks the offering, so that two reviews at once are both counted. */
async function lockOffering(tx: Tx, offeringId: string): Promise<{ providerId: string }> {
  await tx.$queryRaw`select 1 from offerings where id = ${offeringId}::uuid for update`
  const offering = await tx.offering.findUnique({
    where: { id: offeringId },
    select: { providerId: true },
  })
  if (offering === null) throw notFound('offering')
  return offering
}

/**
 * Writes the rating that the published reviews give. When there are none (any more) the offering has no
 * rating of ours; one from outside is left as it is.
 */
async function recount(tx: Tx, offeringId: string): Promise<void> {
  const { _avg, _count } = await tx.review.aggregate({
    where: { offeringId, status: 'published' },
    _avg: { rating: true },
    _count: true,
  })
  if (_count > 0) {
    await tx.offering.update({
      where: { id: offeringId },
      data: {
        ratingCenti: Math.round((_avg.rating ?? 0) * 100),
        ratingCount: _count,
        ratingSource: 'own',
      },
    })
  } else {
    await tx.offering.updateMany({
      where: { id: offeringId, ratingSource: 'own' },
      data: { ratingCenti: null, ratingCount: 0, ratingSource: null },
    })
  }
}

const expire = (deps: Deps, offeringId: string) =>
  deps.expireTags([
    cacheTags.reviews(offeringId),
    cacheTags.offering(offeringId),
    cacheTags.catalog,
  ])
