import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { invalid } from '../../shared/errors'
import { enforce } from '../../shared/policy-result'
import { isUniqueViolation } from '../../shared/unique-violation'
import { canEditCoupon } from '../policy'
import type { CreateCouponInput } from '../schema'
import { columnsOf, replaceCouponRows, requireOwner } from './coupon-rows'
import { readCouponSnapshot } from './coupon-snapshot'

/**
 * Creates a coupon with its first code. A code that is taken, in whatever spelling, is refused in the
 * field's name, so sending the form twice makes one coupon.
 */
export async function createCoupon(
  deps: Deps,
  actor: Actor,
  { code, ...terms }: CreateCouponInput,
): Promise<{ couponId: string }> {
  enforce(canEditCoupon(actor))
  const now = deps.clock.now()
  try {
    return await deps.db.$transaction(async (tx) => {
      await requireOwner(tx, terms.ownerProviderId)
      const { id } = await tx.coupon.create({
        data: { ...columnsOf(terms), createdAt: now, codes: { create: { code, createdAt: now } } },
        select: { id: true },
      })
      await replaceCouponRows(tx, id, terms)
      await recordAudit(tx, actor, {
        action: 'coupon.create',
        entityType: 'coupon',
        entityId: id,
        after: { code, ...(await readCouponSnapshot(tx, id))?.terms },
      })
      return { couponId: id }
    })
  } catch (error) {
    throw isUniqueViolation(error) ? invalid('coupon-code-taken', 'code', { code }) : error
  }
}
