import type { Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { buyerKeyOf } from '../rules/buyer-key'
import type { Quote } from '../rules/quote'
import { orderLifetimeSeconds } from './place-order'

/**
 * The order that a second click, or a second tab, has just settled without money: as long after it as a
 * session of Stripe's would have gone on being the same. Null when the cart is not owned through one. A
 * guest owns nothing yet: there it is the order of the same browser.
 */
export async function findSettledOrder(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  buyer: Buyer,
  cartHash: string,
  quoted: Quote,
): Promise<string | null> {
  const isOwned = quoted.problems.some((problem) => problem.reason === 'already-owned')
  if (buyer.userId !== null && !isOwned) return null
  const since = new Date(clock.now().getTime() - orderLifetimeSeconds * 1000)
  const order = await db.order.findFirst({
    where: { ...buyerKeyOf(buyer), cartHash, status: 'paid', freePayment: { at: { gte: since } } },
    select: { id: true },
  })
  return order?.id ?? null
}
