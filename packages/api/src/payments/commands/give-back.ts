import { randomUUID } from 'node:crypto'
import type { Tx } from '@archway/db/client'
import { addJob } from '../../shared/jobs'
import type { DerivedOrder } from '../rules/derive-order'
import { sumMinor } from '../rules/facts'
import type { RefundCommandParams } from '../schema'
import { type LoadedOrder, refundCommandsOf } from './load-order'

type Line = LoadedOrder['lines'][number]

/** Lines whose offering the buyer has through another order already. */
async function ownedElsewhere(tx: Tx, order: LoadedOrder): Promise<Line[]> {
  const owned = await tx.accessGrant.findMany({
    where: {
      userId: order.userId,
      offeringId: { in: order.lines.map((line) => line.offeringId) },
      sourceType: 'order_line',
      sourceId: { notIn: order.lines.map((line) => line.id) },
      state: { in: ['active', 'suspended'] },
    },
    select: { offeringId: true },
  })
  const ids = new Set(owned.map((grant) => grant.offeringId))
  return order.lines.filter((line) => ids.has(line.offeringId))
}

async function requestGiveBack(
  tx: Tx,
  order: LoadedOrder,
  cause: 'duplicate' | 'paid_after_cancel',
  lines: readonly Line[],
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
 * before (all of the order, or the lines concerned), or because the order had been cancelled. Writes
 * the refund command in the projection's transaction; it is decided once, since afterwards the
 * command is there. Returns whether anything was decided.
 */
export async function decideGiveBack(
  tx: Tx,
  order: LoadedOrder,
  derived: DerivedOrder,
  paymentIntentId: string | null,
): Promise<boolean> {
  if (derived.paidMinor === 0n || paymentIntentId === null || derived.refundedMinor > 0n) {
    return false
  }
  const earlier = refundCommandsOf(order).map((command) => command.params.cause)
  if (derived.status === 'cancelled') {
    if (earlier.includes('paid_after_cancel')) return false
    await requestGiveBack(tx, order, 'paid_after_cancel', order.lines, paymentIntentId)
    return true
  }
  if (derived.access !== 'active' || earlier.includes('duplicate')) return false
  const hasGranted = await tx.accessGrant.findFirst({
    where: { sourceType: 'order_line', sourceId: { in: order.lines.map((line) => line.id) } },
    select: { id: true },
  })
  if (hasGranted) return false
  const duplicates = (await ownedElsewhere(tx, order)).filter((line) => line.amountMinor > 0n)
  if (duplicates.length === 0) return false
  await requestGiveBack(tx, order, 'duplicate', duplicates, paymentIntentId)
  return true
}
