import type { Tx } from '@archway/db/client'
import { takeBought } from '../../carts/commands/remove-from-cart'
import type { Deps } from '../../shared/deps'
import { deriveOrder } from '../rules/derive-order'
import { endOtherCheckouts } from './commit-facts'
import { decideGiveBack } from './give-back'
import { localFactsOf, lockOrder } from './load-order'
import { projectAccess } from './project-access'
import { storedFacts } from './stored-facts'

/**
 * Gives what an order's facts stand for to who has just claimed it: grants, except for what this person
 * has already, which is refunded. Decides by the facts as they were last stored, under the locks of person
 * and order; whatever Stripe knows beyond them comes with the next synchronisation, as for any order.
 */
export async function projectClaim(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  orderId: string,
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  if (!order) throw new Error(`order ${orderId} is gone`)
  const facts = await storedFacts(tx, order)
  const derived = deriveOrder(localFactsOf(order), facts, deps.clock.now())
  await decideGiveBack(tx, order, derived, order.refunds, order.paymentIntentId)
  const { hasChanged } = await projectAccess(tx, deps, order, derived, order.refunds)
  if (!hasChanged) return
  if (order.userId !== null) await takeBought(tx, order.userId, order.lines)
  await endOtherCheckouts(tx, order)
}
