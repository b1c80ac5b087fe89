import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, invalid, notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditCoupon } from '../policy'
import type { UpdateCouponInput } from '../schema'
import { columnsOf, replaceCouponRows, requireOwner } from './coupon-rows'
import { readCouponSnapshot } from './coupon-snapshot'

/**
 * Changes the terms of a coupon for orders from now on; those that were placed keep what they were
 * shown. Refuses a coupon that has ended, one that was changed since the editor saw it, and a total
 * limit below what is used already.
 */
export async function updateCoupon(
  deps: Deps,
  actor: Actor,
  { couponId, updatedAt, ...terms }: UpdateCouponInput,
): Promise<{ updatedAt: Date }> {
  enforce(canEditCoupon(actor))
  return await deps.db.$transaction(async (tx) => {
    const before = await readCouponSnapshot(tx, couponId)
    if (!before) throw notFound('coupon')
    if (before.terms.endedAt !== null) throw conflict('coupon-over')
    if (before.updatedAt.getTime() !== updatedAt.getTime()) throw conflict('changed-meanwhile')
    if (terms.totalLimit !== null && terms.totalLimit < before.taken) {
      throw invalid('coupon-limit-below-use', 'totalLimit', { count: before.taken })
    }
    await requireOwner(tx, terms.ownerProviderId)
    const next = new Date(Math.max(Date.now(), updatedAt.getTime() + 1))
    await tx.coupon.update({
      where: { id: couponId },
      data: { ...columnsOf(terms), updatedAt: next },
      select: { id: true },
    })
    await replaceCouponRows(tx, couponId, terms)
    await recordAudit(tx, actor, {
      action: 'coupon.update',
      entityType: 'coupon',
      entityId: couponId,
      before: before.terms,
      after: (await readCouponSnapshot(tx, couponId))?.terms,
    })
    return { updatedAt: next }
  })
}
