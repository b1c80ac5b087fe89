import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { canRefund } from '../../payments/policy'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError } from '../../shared/errors'
import type { Refundable } from '../reads/refundable'
import type { RefundPlan } from '../rules/plan-refund'
import type { RefundInput } from '../schema/order'
import { type RefundResult, submitRefund } from './submit-refund'
import { isRepeatedRequest, lockRefundable, writeRefund } from './write-refund'

/**
 * Gives money back: everything that is left of an order, or amounts of single lines. The command is
 * written with its audit entry while the order is locked, so two people together cannot give back
 * more than was paid; the request's id is the command and Stripe's idempotency key, so sending the
 * form twice is one refund. Access follows what Stripe then says, not this call.
 *
 * Needs `order.refund`. Throws `forbidden` (`dispute-open`, `not-paid`, `nothing-to-refund`) and
 * `invalid` (`refund-too-much`) for a line.
 */
export async function refundOrder(
  deps: Deps,
  actor: Actor,
  input: RefundInput,
): Promise<RefundResult> {
  await deps.db.$transaction((tx) => decide(tx, deps, actor, input))
  return await submitRefund(deps, input)
}

async function decide(tx: Tx, deps: Deps, actor: Actor, input: RefundInput): Promise<void> {
  const order = await lockRefundable(tx, input.orderId, deps.clock.now())
  const isRepeated = await isRepeatedRequest(tx, input)
  const verdict = canRefund(
    actor,
    isRepeated ? { ...order, refundableMinor: 1n, disputes: [] } : order,
  )
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  if (isRepeated) return
  const plan = await writeRefund(tx, order, {
    orderId: input.orderId,
    requestId: input.requestId,
    cause: 'staff',
    lines: input.lines ?? null,
    requestedBy: actor.type === 'member' ? actor.userId : null,
    reason: input.reason,
  })
  await recordRefund(tx, actor, order, input, plan)
}

/** The entry says whether the promise owed the money or staff chose to give it. */
async function recordRefund(
  tx: Tx,
  actor: Actor,
  order: Refundable,
  input: RefundInput,
  plan: Extract<RefundPlan, { ok: true }>,
) {
  const named = new Set(plan.lines.map((line) => line.orderLineId))
  const isOwed = order.lines.every((line) => !named.has(line.id) || line.refund.isOwed)
  await recordAudit(tx, actor, {
    action: 'order.refund',
    entityType: 'order',
    entityId: input.orderId,
    before: { status: order.status, refundableMinor: order.refundableMinor },
    after: {
      commandId: input.requestId,
      amountMinor: plan.amountMinor,
      currency: order.currency,
      lines: plan.lines,
      basis: isOwed && plan.lines.length > 0 ? 'promise' : 'goodwill',
    },
    reason: input.reason,
  })
}
