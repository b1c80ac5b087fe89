import { wishesOf } from '../../carts/reads/cart'
import { openOrderStatuses, unboughtOrderStatuses } from '../../payments/states'
import type { Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { buyerKeyOf } from '../rules/buyer-key'
import { orderedItems } from '../rules/ordered-items'
import type { Quote } from '../rules/quote'
import { type AskedItem, cartItemIdentity } from '../schema/cart-item'
import { orderLifetimeSeconds } from './place-order'

/**
 * The order that a second click, or a second tab, has just settled without money: as long after it as a
 * session of Stripe's would have gone on being the same. Null when the cart is not owned through one. A
 * guest owns nothing yet: there it is the order of the same browser. What is bought for others is never owned:
 * there it is the order, however old and however paid, that a wish of the cart went into with all the rest.
 */
export async function findSettledOrder(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  buyer: Buyer,
  cart: { hash: string; items: readonly AskedItem[] },
  quoted: Quote,
): Promise<string | null> {
  const wishIds = wishesOf(cart.items)
  if (buyer.userId !== null && wishIds.length > 0) {
    const bought = await db.order.findFirst({
      where: {
        userId: buyer.userId,
        status: { notIn: [...openOrderStatuses, ...unboughtOrderStatuses] },
        lines: { some: { wishId: { in: wishIds } } },
      },
      orderBy: { createdAt: 'desc' },
      select: {
        id: true,
        lines: { select: { purpose: true, offeringId: true, bundleId: true, wishId: true } },
      },
    })
    if (bought && isAllIn(bought.lines, cart.items)) return bought.id
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

/** Whether an order bought everything that is asked for: a part of it is no answer to the rest. */
function isAllIn(lines: Parameters<typeof orderedItems>[0], asked: readonly AskedItem[]): boolean {
  const bought = new Set(orderedItems(lines).map(cartItemIdentity))
  return asked.every((item) => bought.has(cartItemIdentity(item)))
}
