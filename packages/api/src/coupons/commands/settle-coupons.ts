import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { recordAudit } from '../../audit/commands'
import type { OrderStatus } from '../../payments/states'
import { redemptionStateOf } from '../rules/redemption-state'

type Redemption = Prisma.CouponRedemptionGetPayload<object>

/**
 * Makes the coupons of an order stand as the order does: reserved while it can be paid, redeemed when
 * it is, released when it never can be. Called in every commit of facts under the locks of person and
 * order; repeating it changes nothing. The coupon's counters follow by trigger.
 *
 * An order that turns out to be paid after its coupons were released gets them back. When their place
 * was taken meanwhile the discount that the buyer was shown is honoured beyond the limit, and the
 * audit log says so.
 */
export async function settleCoupons(
  tx: Tx,
  redemptions: readonly Redemption[],
  derived: { status: OrderStatus; isMismatch: boolean },
): Promise<void> {
  const state = redemptionStateOf(derived)
  for (const redemption of redemptions) {
    if (redemption.state === state) continue
    const isOverLimit =
      redemption.state === 'released' ? await isTaken(tx, redemption) : redemption.isOverLimit
    await tx.couponRedemption.update({
      where: { id: redemption.id },
      data: { state, isOverLimit },
      select: { id: true },
    })
    if (isOverLimit && !redemption.isOverLimit) await noteOverLimit(tx, redemption)
  }
}

/** Whether the place that a released redemption had belongs to somebody else now. Locks the coupon. */
async function isTaken(tx: Tx, redemption: Redemption): Promise<boolean> {
  const [coupon] = await tx.$queryRaw<{ isFull: boolean }[]>`
    select coalesce(reserved_count + redeemed_count >= total_limit, false) as "isFull"
    from coupons where id = ${redemption.couponId}::uuid for update`
  if (!coupon || coupon.isFull) return true
  const { couponId, userId, guestEmail, personUse } = redemption
  const person = userId === null ? { guestEmail } : { userId }
  const claims: Prisma.CouponRedemptionWhereInput[] = []
  if (redemption.isSingleUse) claims.push({ codeId: redemption.codeId, isSingleUse: true })
  if (redemption.isFirstOnly) claims.push({ ...person, isFirstOnly: true })
  if (personUse !== null) claims.push({ couponId, ...person, personUse })
  if (claims.length === 0) return false
  const other = await tx.couponRedemption.findFirst({
    where: { OR: claims, state: { not: 'released' }, isOverLimit: false },
    select: { id: true },
  })
  return other !== null
}

const noteOverLimit = (tx: Tx, { couponId, orderId, amountMinor, currency }: Redemption) =>
  recordAudit(
    tx,
    { type: 'system', name: 'stripe-sync' },
    {
      action: 'coupon.over-limit',
      entityType: 'coupon',
      entityId: couponId,
      after: { orderId, amountMinor, currency },
    },
  )
