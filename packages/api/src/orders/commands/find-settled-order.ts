import type { Deps } from '../../shared/deps'
import type { Quote } from '../rules/quote'
import { orderLifetimeSeconds } from './place-order'

/**
 * The order that a second click, or a second tab, has just settled without money: as long after it as a
 * session of Stripe's would have gone on being the same. Null when the cart is not owned through one.
 */
export async function findSettledOrder(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  userId: string,
  cartHash: string,
  quoted: Quote,
): Promise<string | null> {
  if (!quoted.problems.some((problem) => problem.reason === 'already-owned')) return null
  const since = new Date(clock.now().getTime() - orderLifetimeSeconds * 1000)
  const order = await db.order.findFirst({
    where: { userId, cartHash, status: 'paid', freePayment: { at: { gte: since } } },
    select: { id: true },
  })
  return order?.id ?? null
}
