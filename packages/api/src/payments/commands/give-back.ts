import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import { addJob } from '../../shared/jobs'
import { type AllocatedRefund, type LineAmount, refundedPerLine } from '../rules/allocate-refund'
import type { DerivedOrder } from '../rules/derive-order'
import { sumMinor } from '../rules/facts'
import type { RefundCommandParams } from '../schema'
import { type LoadedOrder, refundCommandsOf } from './load-order'

type Line = LoadedOrder['lines'][number]

/** Lines whose offering the buyer has through another order already. */
async function ownedElsewhere(tx: Tx, order: LoadedOrder): Promise<Line[]> {
  if (order.userId === null) return []
  const lines = order.lines.filter((line) => line.purpose === 'access')
  const owned = await tx.accessGrant.findMany({
    where: {
      userId: order.userId,
      offeringId: { in: lines.map((line) => line.offeringId) },
      sourceType: 'order_line',
      sourceId: { notIn: lines.map((line) => line.id) },
      state: { in: ['active', 'suspended'] },
    },
    select: { offeringId: true },
  })
  const ids = new Set(owned.map((grant) => grant.offeringId))
  return lines.filter((line) => ids.has(line.offeringId))
}

/** Lines of wishes that the buyer has bought through another order already: paid in two windows. */
async function wishedElsewhere(tx: Tx, order: LoadedOrder): Promise<Line[]> {
  const wishIds = order.lines.flatMap(({ wishId }) => wishId ?? [])
  if (wishIds.length === 0) return []
  const made = await tx.orderLine.findMany({
    where: {
      wishId: { in: wishIds },
      order: { userId: order.userId },
      OR: [{ seatPool: { state: { not: 'revoked' } } }, { gift: { standing: { not: 'revoked' } } }],
    },
    select: { id: true, wishId: true },
  })
  return order.lines.filter(
    (line) =>
      made.some(({ wishId }) => wishId === line.wishId) && made.every(({ id }) => id !== line.id),
  )
}

/** What of each line was not given back and is not on its way. */
function unreturned(order: LoadedOrder, refunds: readonly AllocatedRefund[]): LineAmount[] {
  const seen = new Set(refunds.map((refund) => refund.commandId))
  const underway = refundCommandsOf(order)
    .filter((command) => command.state !== 'failed' && !seen.has(command.id))
    .flatMap((command) => command.params.lines)
  const refunded = refundedPerLine(order.lines, refunds)
  return order.lines.map(({ id, amountMinor }, index) => ({
    id,
    amountMinor: underway
      .filter((part) => part.orderLineId === id)
      .reduce(
        (rest, part) => rest - BigInt(part.amountMinor),
        amountMinor - (refunded[index] ?? 0n),
      ),
  }))
}

/** Whether it paid for a membership of somebody who had one, or for a second subscription of the same. */
async function isOfSecondSubscription(tx: Tx, order: LoadedOrder): Promise<boolean> {
  if (!order.subscription || !order.stripeInvoiceId) return false
  if (order.subscription.status === 'duplicate') return true
  const invoice = await tx.stripeInvoice.findUnique({
    where: { id: order.stripeInvoiceId },
    select: { stripeSubscriptionId: true },
  })
  return invoice?.stripeSubscriptionId !== order.subscription.stripeSubscriptionId
}

async function requestGiveBack(
  tx: Tx,
  order: LoadedOrder,
  cause: Extract<
    RefundCommandParams['cause'],
    'duplicate' | 'owned_at_claim' | 'paid_after_cancel'
  >,
  lines: readonly LineAmount[],
  paymentIntentId: string,
): Promise<void> {
  const params: RefundCommandParams = {
    cause,
    paymentIntentId,
    amountMinor: sumMinor(lines).toString(),
    currency: order.currency,
    lines: lines
      .filter((line) => line.amountMinor > 0n)
      .map((line) => ({ orderLineId: line.id, amountMinor: line.amountMinor.toString() })),
  }
  const command = await tx.stripeCommand.create({
    data: { id: randomUUID(), kind: 'refund', orderId: order.id, params, reason: cause },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: command.id },
    { key: `command:${command.id}` },
  )
  order.commands.push(command)
}

/**
 * Decides, when money is first seen, whether it goes back at once: for what the buyer has bought
 * before (all of the order, or the lines concerned), or because the order had been cancelled. What a
 * guest bought is compared with what the buyer has when it is claimed; by then it is a sale with an
 * invoice, of which whatever is left is refunded. Writes
 * the refund command in the projection's transaction; it is decided once, since afterwards the
 * command is there. Returns whether anything was decided.
 */
export async function decideGiveBack(
  tx: Tx,
  order: LoadedOrder,
  derived: DerivedOrder,
  refunds: readonly AllocatedRefund[],
  paymentIntentId: string | null,
): Promise<boolean> {
  if (derived.paidMinor === 0n || paymentIntentId === null) return false
  const isGuest = order.guestKey !== null
  if (derived.refundedMinor > 0n && !isGuest) return false
  const earlier = refundCommandsOf(order).map((command) => command.params.cause)
  if (derived.status === 'cancelled') {
    if (earlier.includes('paid_after_cancel')) return false
    await requestGiveBack(tx, order, 'paid_after_cancel', order.lines, paymentIntentId)
    return true
  }
  const cause = isGuest ? 'owned_at_claim' : 'duplicate'
  if (derived.access !== 'active' || earlier.includes(cause)) return false
  const hasGranted = await tx.accessGrant.findFirst({
    where: { sourceType: 'order_line', sourceId: { in: order.lines.map((line) => line.id) } },
    select: { id: true },
  })
  if (hasGranted) return false
  const given = (await isOfSecondSubscription(tx, order))
    ? order.lines
    : [...(await ownedElsewhere(tx, order)), ...(await wishedElsewhere(tx, order))]
  const owned = new Set(given.map((line) => line.id))
  const duplicates = unreturned(order, refunds).filter(
    (line) => owned.has(line.id) && line.amountMinor > 0n,
  )
  if (duplicates.length === 0) return false
  await requestGiveBack(tx, order, cause, duplicates, paymentIntentId)
  return true
}
