import type { Tx } from '@archway/db/client'
import type { Buyer } from '../../shared/actor'
import type { AppliedCoupon } from '../rules/apply-coupons'

/**
 * Locks the person, who may have no account, and the coupons behind codes, in this sequence, so that whoever decides next by
 * what is left of them sees what we did. Called before the quote that an order is made of.
 */
export async function lockCoupons(
  tx: Tx,
  { userId }: Buyer,
  codes: readonly string[],
): Promise<void> {
  await tx.$queryRaw`select 1 from users where id = ${userId}::uuid for no key update`
  await tx.$queryRaw`
    select 1 from coupons
    where id in (select coupon_id from coupon_codes where code = any(${[...codes]}::citext[]))
    order by id for update`
}

/**
 * Writes the coupons of a new order down as reserved, with what each took off each line. Needs the
 * locks of `lockCoupons` and a quote made under them. Should anything have gone past the locks, the
 * database's counters and keys refuse the order.
 */
export async function reserveCoupons(
  tx: Tx,
  order: { id: string; buyer: Buyer; currency: string; lineIds: readonly string[] },
  coupons: readonly AppliedCoupon[],
): Promise<void> {
  for (const [position, coupon] of coupons.entries()) {
    await tx.couponRedemption.create({
      data: {
        couponId: coupon.couponId,
        codeId: coupon.codeId,
        orderId: order.id,
        ...personOf(order.buyer),
        state: 'reserved',
        position,
        currency: order.currency,
        amountMinor: coupon.amountMinor,
        isSingleUse: coupon.isSingleUse,
        isFirstOnly: coupon.isFirstOrderOnly,
        personUse: coupon.perPersonLimit === null ? null : await freeUse(tx, order.buyer, coupon),
        lines: {
          create: coupon.parts.flatMap((amountMinor, index) =>
            amountMinor > 0n ? [{ orderLineId: order.lineIds[index] ?? '', amountMinor }] : [],
          ),
        },
      },
      select: { id: true },
    })
  }
}

/** Whose a redemption is: an account's, or a guest's by the address. */
const personOf = ({ userId, email }: Buyer) =>
  userId === null ? { guestEmail: email } : { userId }

/** The first of a person's uses of a coupon that nothing holds. */
async function freeUse(tx: Tx, buyer: Buyer, { couponId }: AppliedCoupon): Promise<number> {
  const rows = await tx.couponRedemption.findMany({
    where: { couponId, ...personOf(buyer), state: { not: 'released' }, isOverLimit: false },
    select: { personUse: true },
  })
  const held = new Set(rows.map((row) => row.personUse))
  let use = 1
  while (held.has(use)) use += 1
  return use
}
