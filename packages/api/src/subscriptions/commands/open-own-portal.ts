import { openPortal } from '../../payments/commands/open-portal'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { currentOf } from '../rules/plans'

/** Where the actor changes the card of their own membership. Throws `not_found` without one. */
export async function openOwnPortal(deps: Deps, actor: Member): Promise<{ url: string }> {
  const rows = await deps.db.subscription.findMany({
    where: { userId: actor.userId, stripeCustomerId: { not: null }, livemode: deps.livemode },
    select: { status: true, createdAt: true, stripeCustomerId: true },
  })
  const customerId = currentOf(rows)?.stripeCustomerId
  if (!customerId) throw notFound('membership')
  return await openPortal(deps, customerId)
}
