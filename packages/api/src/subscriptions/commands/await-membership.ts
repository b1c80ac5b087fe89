import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import type { SubscriptionStatus } from '../states'
import { settleSubscription } from './settle-subscription'

/**
 * What the page shows that a buyer comes back to from Stripe: agrees with Stripe while they wait, three
 * seconds at most. The address proves nothing. Throws `not_found` for what is somebody else's.
 */
export async function awaitMembership(
  deps: Deps,
  actor: Member,
  { subscriptionId }: { subscriptionId: string },
): Promise<{ status: SubscriptionStatus }> {
  const own = await deps.db.subscription.findFirst({
    where: { id: subscriptionId, userId: actor.userId },
    select: { status: true },
  })
  if (!own) throw notFound('membership')
  if (own.status !== 'pending') return own
  return { status: await settleSubscription(deps, subscriptionId) }
}
