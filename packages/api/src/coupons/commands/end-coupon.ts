import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { canEditCoupon } from '../policy'
import { readCouponSnapshot } from './coupon-snapshot'

/**
 * Ends a coupon for good: none of its codes takes anything off from now on. Orders that hold it keep
 * their discount while they can be paid, since that is what their buyers were shown. Ending it again
 * does nothing.
 */
export async function endCoupon(
  deps: Deps,
  actor: Actor,
  { couponId, reason }: { couponId: string; reason: string },
): Promise<void> {
  enforce(canEditCoupon(actor))
  await deps.db.$transaction(async (tx) => {
    const before = await readCouponSnapshot(tx, couponId)
    if (!before) throw notFound('coupon')
    if (before.terms.endedAt !== null) return
    const endedAt = deps.clock.now()
    await tx.coupon.update({ where: { id: couponId }, data: { endedAt }, select: { id: true } })
    await recordAudit(tx, actor, {
      action: 'coupon.end',
      entityType: 'coupon',
      entityId: couponId,
      before: { endedAt: null },
      after: { endedAt },
      reason,
    })
  })
}
