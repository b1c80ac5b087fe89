import { openOrderStatuses, unboughtOrderStatuses } from '../../payments/states'
import type { Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { buyerKeyOf } from '../rules/buyer-key'
import type { Quote } from '../rules/quote'
import { orderLifetimeSeconds } from './place-order'

/**
 * The order that a second click, or a second tab, has just settled without money: as long after it as a
 * session of Stripe's would have gone on being the same. Null when the cart is not owned through one. A
 * guest owns nothing yet: there it is the order of the same browser. What is bought for others is never owned:
 * there it is the order, however old and however paid, that a wish of the cart went into.
 */
export async function findSettledOrder(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  buyer: Buyer,
  cart: { hash: string; wishIds: readonly string[] },
  quoted: Quote,
): Promise<string | null> {
  if (buyer.userId !== null && cart.wishIds.length > 0) {
    const bought = await db.order.findFirst({
      where: {
        userId: buyer.userId,
        status: { notIn: [...openOrderStatuses, ...unboughtOrderStatuses] },
        lines: { some: { wishId: { in: [...cart.wishIds] } } },
      },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    })
    if (bought) return bought.id
  }
  const isOwned = quoted.problems.some((problem) => problem.reason === 'already-owned')
  if (buyer.userId !== null && !isOwned) return null
  const since = new Date(clock.now().getTime() - orderLifetimeSeconds * 1000)
  const order = await db.order.findFirst({
    where: {
      ...buyerKeyOf(buyer),
      cartHash: cart.hash,
      status: 'paid',
      freePayment: { at: { gte: since } },
    },
    select: { id: true },
  })
  return order?.id ?? null
}
