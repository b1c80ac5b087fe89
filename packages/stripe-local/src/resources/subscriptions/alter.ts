import { resourceMissing } from '../../http/api-error'
import type { Scope } from '../../scope'
import type { SubscriptionRow } from '../../state/rows'
import { change } from '../change'
import { planNext } from './plan-next'

/** The subscription, or the refusal of the parameter that names it. */
export function requireSubscription(scope: Scope, id: string, param = 'id'): SubscriptionRow {
  const subscription = scope.tables.subscriptions.get(id)
  if (!subscription) throw resourceMissing('subscription', id, param)
  return subscription
}

/**
 * Changes a subscription, announces what changed and plans what comes next. The newest row is
 * taken, so callers may hold an older one. A change of nothing announces nothing.
 */
export function alterSubscription(
  scope: Scope,
  id: string,
  patch: Partial<SubscriptionRow>,
): SubscriptionRow {
  const before = requireSubscription(scope, id)
  const { row, previous } = change(scope.tables.subscriptions, before, patch)
  if (Object.keys(previous).length > 0) {
    scope.emit('customer.subscription.updated', row, previous)
  }
  planNext(scope, row)
  return row
}
