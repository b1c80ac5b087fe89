import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { processCommand } from '../../payments/commands/process-command/process-command'
import { canRefund } from '../../payments/policy'
import type { RefundCommandParams } from '../../payments/schema'
import type { OrderStatus, StripeCommandState } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, invalid, notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { getRefundable, type Refundable } from '../reads/refundable'
import { planRefund } from '../rules/plan-refund'
import type { RefundInput } from '../schema'
import { settleOrder } from './settle-order'

export type RefundResult = {
  commandId: string
  /** `unknown`: Stripe has not answered; the worker sends it again */
  state: StripeCommandState
  /** what Stripe said when it refused */
  error: string | null
  orderStatus: OrderStatus
}

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
  await deps.db.$transaction((tx) => writeRefund(tx, deps, actor, input))
  const { state, error } = await processCommand(deps, input.requestId)
  return {
    commandId: input.requestId,
    state,
    error,
    orderStatus: await settleOrder(deps, input.orderId),
  }
}

async function writeRefund(tx: Tx, deps: Deps, actor: Actor, input: RefundInput): Promise<void> {
  await tx.$queryRaw`select 1 from orders where id = ${input.orderId}::uuid for update`
  const order = await getRefundable(tx, input.orderId, deps.clock.now())
  if (!order) throw notFound('order')
  const repeated = await tx.stripeCommand.findUnique({ where: { id: input.requestId } })
  const verdict = canRefund(
    actor,
    repeated ? { ...order, refundableMinor: 1n, disputes: [] } : order,
  )
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  if (repeated) {
    if (repeated.orderId !== input.orderId) throw conflict('request-id-used')
    return
  }
  await tx.stripeCommand.create({
    data: {
      id: input.requestId,
      kind: 'refund',
      orderId: input.orderId,
      params: toParams(order, input),
      requestedBy: actor.type === 'member' ? actor.userId : null,
      reason: input.reason,
    },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: input.requestId },
    { key: `command:${input.requestId}` },
  )
  await recordRefund(tx, actor, order, input)
}

function toParams(order: Refundable, input: RefundInput): RefundCommandParams {
  const plan = planRefund(order, input.lines ?? null)
  if (!plan.ok) throw invalid(plan.reason, 'lines', { orderLineId: plan.orderLineId })
  return {
    cause: 'staff',
    paymentIntentId: order.paymentIntentId ?? '',
    amountMinor: plan.amountMinor.toString(),
    currency: order.currency,
    lines: plan.lines.map((line) => ({
      orderLineId: line.orderLineId,
      amountMinor: line.amountMinor.toString(),
    })),
  }
}

/** The entry says whether the promise owed the money or staff chose to give it. */
async function recordRefund(tx: Tx, actor: Actor, order: Refundable, input: RefundInput) {
  const plan = planRefund(order, input.lines ?? null)
  if (!plan.ok) return
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
