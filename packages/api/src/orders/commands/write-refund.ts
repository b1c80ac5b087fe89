import type { Tx } from '@archway/db/client'
import type { RefundCommandParams } from '../../payments/schema'
import { conflict, invalid, notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import { getRefundable, type Refundable } from '../reads/refundable'
import { planRefund, type RefundPart, type RefundPlan } from '../rules/plan-refund'

/** What can be given back, with the order locked until the transaction ends: one refund decides at a time. */
export async function lockRefundable(tx: Tx, orderId: string, now: Date): Promise<Refundable> {
  await tx.$queryRaw`select 1 from orders where id = ${orderId}::uuid for update`
  await holdUsedParts(tx, orderId)
  const order = await getRefundable(tx, orderId, now)
  if (!order) throw notFound('order')
  return order
}

/** Seats, gifts and vouchers of an order: nobody takes or uses one while a refund is decided. */
async function holdUsedParts(tx: Tx, orderId: string): Promise<void> {
  await tx.$queryRaw`
    select 1 from seat_pools p join order_lines l on l.id = p.order_line_id
    where l.order_id = ${orderId}::uuid order by p.id for no key update of p`
  await tx.$queryRaw`
    select 1 from gifts g join order_lines l on l.id = g.order_line_id
    where l.order_id = ${orderId}::uuid order by g.id for no key update of g`
  await tx.$queryRaw`
    select 1 from exam_vouchers v join order_lines l on l.id = v.order_line_id
    where l.order_id = ${orderId}::uuid order by v.id for no key update of v`
}

/** Whether this request was written before. Throws when it was for another order. */
export async function isRepeatedRequest(
  tx: Tx,
  request: { requestId: string; orderId: string },
): Promise<boolean> {
  const earlier = await tx.stripeCommand.findUnique({ where: { id: request.requestId } })
  if (earlier && earlier.orderId !== request.orderId) throw conflict('request-id-used')
  return earlier !== null
}

export type WantedRefund = {
  orderId: string
  /** becomes the command's id and Stripe's idempotency key */
  requestId: string
  cause: Extract<RefundCommandParams['cause'], 'staff' | 'promise'>
  /** null: everything that is left */
  lines: readonly RefundPart[] | null
  requestedBy: string | null
  reason: string
}

/**
 * Writes the command of a refund and queues it. The order must be locked. Seats that are named leave their pack
 * at once, so that nobody takes one meanwhile; when Stripe refuses, the next synchronisation gives them again.
 * Throws `invalid` when more is wanted than is left.
 */
export async function writeRefund(
  tx: Tx,
  order: Refundable,
  wanted: WantedRefund,
): Promise<Extract<RefundPlan, { ok: true }>> {
  const plan = planRefund(order, wanted.lines)
  if (!plan.ok) throw invalid(plan.reason, 'lines', { orderLineId: plan.orderLineId })
  const params: RefundCommandParams = {
    cause: wanted.cause,
    paymentIntentId: order.paymentIntentId ?? '',
    amountMinor: plan.amountMinor.toString(),
    currency: order.currency,
    lines: plan.lines.map((line) => ({
      orderLineId: line.orderLineId,
      amountMinor: line.amountMinor.toString(),
    })),
  }
  await tx.stripeCommand.create({
    data: {
      id: wanted.requestId,
      kind: 'refund',
      orderId: wanted.orderId,
      params,
      requestedBy: wanted.requestedBy,
      reason: wanted.reason,
    },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: wanted.requestId },
    { key: `command:${wanted.requestId}` },
  )
  await closeSeats(tx, wanted.lines ?? [])
  return plan
}

async function closeSeats(tx: Tx, parts: readonly RefundPart[]): Promise<void> {
  for (const part of parts) {
    if (!('seats' in part)) continue
    await tx.seatPool.updateMany({
      where: { orderLineId: part.orderLineId },
      data: { refundedSeats: { increment: part.seats } },
    })
  }
}
