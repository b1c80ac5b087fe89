import { awaitTarget } from '../../payments/commands/await-target'
import { subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Deps } from '../../shared/deps'
import type { SubscriptionStatus } from '../states'

/** Brings a membership in line with Stripe while somebody waits, as `awaitTarget` does, and says how it stands then. */
export async function settleSubscription(
  deps: Deps,
  subscriptionId: string,
): Promise<SubscriptionStatus> {
  await awaitTarget(deps, subscriptionTargetKey(subscriptionId))
  const { status } = await deps.db.subscription.findUniqueOrThrow({
    where: { id: subscriptionId },
    select: { status: true },
  })
  return status
}
