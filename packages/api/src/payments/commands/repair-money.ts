import { recordAudit } from '../../audit/commands'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { forbidden } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { getRepairPlan, type RepairPlan } from '../reads/repair-plan'
import { orderTargetKey } from '../rules/event-target'
import { markDirty } from './mark-dirty'

/** Hundreds of orders are noted at a time, in milliseconds. */
const patience = { timeout: 60_000, maxWait: 10_000 } as const

/**
 * Does what the repair plan says at this moment: notes every order of it, so that the worker asks Stripe
 * and puts status, access and books right. Nothing is written by hand, so repairing what was right
 * already changes nothing. Needs `order.resync`; leaves one audit entry. Safe to repeat and at once.
 */
export async function repairMoney(
  deps: Pick<Deps, 'db' | 'clock' | 'livemode'>,
  actor: Actor,
): Promise<RepairPlan> {
  if (!can(actor, 'order.resync') || !can(actor, 'ledger.read')) throw forbidden()
  return await deps.db.$transaction(async (tx) => {
    const now = deps.clock.now()
    const plan = await getRepairPlan(tx, deps.livemode, now)
    if (plan.orders.length === 0) return plan
    for (const { id } of plan.orders) await markDirty(tx, orderTargetKey(id), now)
    await recordAudit(tx, actor, {
      action: 'money.repair',
      entityType: 'books',
      entityId: now.toISOString(),
      after: { orders: plan.orders.map(({ number }) => number), foreign: plan.foreign },
    })
    return plan
  }, patience)
}
