import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { orderIdOfTarget, subscriptionIdOfTarget } from '../rules/event-target'
import { markDirty } from './mark-dirty'
import { type SyncOutcome, syncTarget } from './sync-target'

/** Marks a target dirty in the caller's transaction, and gives its events that were given up another try. */
export async function askAgain(tx: Tx, key: string, now: Date): Promise<void> {
  await markDirty(tx, key, now)
  await tx.stripeEvent.updateMany({
    where: { targetKey: key, state: 'dead' },
    data: { state: 'queued', note: null },
  })
}

/**
 * Staff asks Stripe again about a target, also one that was given up, and sees what came of it.
 * Needs `order.resync`. Leaves an audit entry. Safe to repeat and to run at once. Throws `not_found`
 * for an order, or a payment nobody has heard of.
 */
export async function resyncTarget(
  deps: Deps,
  actor: Actor,
  key: string,
): Promise<{ outcome: SyncOutcome }> {
  if (!can(actor, 'order.resync')) throw forbidden()
  const orderId = orderIdOfTarget(key)
  await deps.db.$transaction(async (tx) => {
    const order = orderId && (await tx.order.findUnique({ where: { id: orderId } }))
    if (orderId && !order) throw notFound('order')
    if (!orderId && (await tx.syncTarget.count({ where: { key } })) === 0) throw notFound('target')
    await askAgain(tx, key, deps.clock.now())
    await recordAudit(tx, actor, auditedAs(key))
  })
  return { outcome: await syncTarget(deps, key) }
}

/** A membership is named as itself in the audit log; everything else as the order that it is about or may be. */
function auditedAs(key: string) {
  const subscriptionId = subscriptionIdOfTarget(key)
  return subscriptionId
    ? { action: 'subscription.resync', entityType: 'subscription', entityId: subscriptionId }
    : { action: 'order.resync', entityType: 'order', entityId: orderIdOfTarget(key) ?? key }
}

/** The same for the target of an event. Throws `not_found` when the event has none. */
export async function resyncEvent(deps: Deps, actor: Actor, id: string) {
  if (!can(actor, 'order.resync')) throw forbidden()
  const event = await deps.db.stripeEvent.findUnique({
    where: { id },
    select: { targetKey: true },
  })
  if (!event?.targetKey) throw notFound('event')
  return await resyncTarget(deps, actor, event.targetKey)
}
