import { recordAudit } from '../../audit/commands'
import { markDirty } from '../../payments/commands/mark-dirty'
import { askAgain } from '../../payments/commands/resync-target'
import { type SyncOutcome, syncTarget } from '../../payments/commands/sync-target'
import { subscriptionTargetKey } from '../../payments/rules/event-target'
import type { Actor, Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden, invalid, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { canCancel } from '../policy'
import type { AdminCancelInput, AdminExtendGraceInput } from '../schema'
import { isLiveStatus } from '../states'
import { requireLive, sendAndSettle } from './change-subscription'
import { requestCancellation, requestSubscriptionCommand } from './request-command'
import { settleSubscription } from './settle-subscription'

/**
 * Staff ends a membership, at once or when what is paid for ends; money goes back by refunding its
 * orders. Needs `subscription.edit`. Leaves an audit entry with the reason. Throws `not_found`, `conflict`
 * when it does not run or ends already, `unavailable` when Stripe did not do it.
 */
export async function cancelByStaff(
  deps: Deps,
  actor: Member,
  { subscriptionId, when, reason }: AdminCancelInput,
): Promise<void> {
  if (!can(actor, 'subscription.edit')) throw forbidden()
  const commandId = await deps.db.$transaction(async (tx) => {
    const subscription = await requireLive(tx, subscriptionId)
    const { stripeSubscriptionId } = subscription
    const verdict = canCancel(subscription)
    const isSooner = when === 'now' && isLiveStatus(subscription.status)
    if (!verdict.ok && !isSooner) throw conflict(verdict.reason)
    await recordAudit(tx, actor, {
      action: 'subscription.cancel',
      entityType: 'subscription',
      entityId: subscriptionId,
      after: { when },
      reason,
    })
    const by = { requestedBy: actor.userId, reason }
    if (when === 'now') {
      const params = { stripeSubscriptionId, cause: 'staff' as const }
      return await requestCancellation(tx, subscriptionId, params, by)
    }
    return await requestSubscriptionCommand(tx, subscriptionId, {
      kind: 'update_subscription',
      params: { stripeSubscriptionId, change: { kind: 'end', atPeriodEnd: true } },
      ...by,
    })
  })
  await sendAndSettle(deps, subscriptionId, commandId)
}

/** The longest that staff may keep access open without a payment, from now. */
export const longestGraceDays = 90

/**
 * Staff gives a member more time to pay. Never less than there is. Needs `subscription.edit`. Leaves an
 * audit entry with the reason. Throws `not_found`, `conflict` when no payment is missing, `invalid`.
 */
export async function extendGrace(
  deps: Deps,
  actor: Member,
  { subscriptionId, until, reason }: AdminExtendGraceInput,
): Promise<void> {
  if (!can(actor, 'subscription.edit')) throw forbidden()
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    // Target before row, as everywhere.
    await markDirty(tx, subscriptionTargetKey(subscriptionId), now)
    const { status, graceUntil, graceExtendedTo } = await requireLive(tx, subscriptionId)
    if (status !== 'past_due') throw conflict('membership-nothing-owed')
    const isLater = graceUntil === null || until.getTime() > graceUntil.getTime()
    const isTooLong = until.getTime() > now.getTime() + longestGraceDays * 86_400_000
    if (!isLater || isTooLong) throw invalid('grace-not-later', 'until')
    await tx.subscription.update({
      where: { id: subscriptionId },
      data: { graceExtendedTo: until },
    })
    await recordAudit(tx, actor, {
      action: 'subscription.extend-grace',
      entityType: 'subscription',
      entityId: subscriptionId,
      before: { graceUntil, graceExtendedTo },
      after: { graceExtendedTo: until },
      reason,
    })
  })
  await settleSubscription(deps, subscriptionId)
}

/**
 * Staff asks Stripe again about a membership, also one that was given up, and sees what came of it. Needs
 * `order.resync`. Leaves an audit entry. Safe to repeat and to run at once. Throws `not_found`.
 */
export async function resyncSubscription(
  deps: Deps,
  actor: Actor,
  subscriptionId: string,
): Promise<{ outcome: SyncOutcome }> {
  if (!can(actor, 'order.resync')) throw forbidden()
  const key = subscriptionTargetKey(subscriptionId)
  await deps.db.$transaction(async (tx) => {
    const where = { id: subscriptionId }
    if ((await tx.subscription.count({ where })) === 0) throw notFound('membership')
    await askAgain(tx, key, deps.clock.now())
    await recordAudit(tx, actor, {
      action: 'subscription.resync',
      entityType: 'subscription',
      entityId: subscriptionId,
    })
  })
  return { outcome: await syncTarget(deps, key) }
}
