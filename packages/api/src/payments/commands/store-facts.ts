import type { Tx } from '@archway/db/client'
import { type AllocatedRefund, type Allocation, allocateRefund } from '../rules/allocate-refund'
import { byAge, type StripeFacts } from '../rules/facts'
import { type LoadedOrder, refundCommandsOf } from './load-order'

/** Writes the facts down as Stripe states them now: rows by Stripe's id, so repeating is harmless. */
export async function storeFacts(
  tx: Tx,
  orderId: string,
  facts: StripeFacts,
  now: Date,
): Promise<void> {
  for (const charge of facts.charges) {
    await tx.$executeRaw`
      insert into stripe_charges as c (id, order_id, amount_minor, currency, status, failure_code,
        failure_message, card_brand, card_last4, card_country, billing_name, billing_address, fee_minor, created_at,
        updated_at)
      values (${charge.id}, ${orderId}::uuid, ${charge.amountMinor}, ${charge.currency},
        ${charge.status}, ${charge.failureCode}, ${charge.failureMessage}, ${charge.cardBrand},
        ${charge.cardLast4}, ${charge.cardCountry}, ${charge.billingName}, ${charge.billingAddress},
        ${charge.balance?.feeMinor ?? null}, ${charge.createdAt}, ${now})
      on conflict (id) do update set amount_minor = excluded.amount_minor,
        status = excluded.status, failure_code = excluded.failure_code,
        failure_message = excluded.failure_message, fee_minor = excluded.fee_minor,
        updated_at = excluded.updated_at`
  }
  for (const refund of facts.refunds) {
    await tx.$executeRaw`
      insert into stripe_refunds (id, order_id, charge_id, amount_minor, currency, status, reason,
        command_id, created_at, updated_at)
      values (${refund.id}, ${orderId}::uuid, ${refund.chargeId}, ${refund.amountMinor},
        ${refund.currency}, ${refund.status}, ${refund.reason}, ${refund.commandId}::uuid,
        ${refund.createdAt}, ${now})
      on conflict (id) do update set status = excluded.status, updated_at = excluded.updated_at`
  }
  for (const dispute of facts.disputes) {
    await tx.$executeRaw`
      insert into stripe_disputes (id, order_id, charge_id, amount_minor, currency, status, reason,
        network_code, evidence_due_by, has_evidence, submissions, is_late, created_at, updated_at)
      values (${dispute.id}, ${orderId}::uuid, ${dispute.chargeId}, ${dispute.amountMinor},
        ${dispute.currency}, ${dispute.status}, ${dispute.reason}, ${dispute.networkCode},
        ${dispute.evidenceDueBy}, ${dispute.hasEvidence}, ${dispute.submissions},
        ${dispute.isLate}, ${dispute.createdAt}, ${now})
      on conflict (id) do update set amount_minor = excluded.amount_minor,
        status = excluded.status, reason = excluded.reason, network_code = excluded.network_code,
        evidence_due_by = excluded.evidence_due_by, has_evidence = excluded.has_evidence,
        submissions = excluded.submissions, is_late = excluded.is_late, updated_at = excluded.updated_at`
  }
}

/**
 * Settles once and for all which lines each refund belongs to: what a refund was allocated when it
 * was first seen stays. Returns all refunds of the order with their allocations, oldest first.
 */
export async function storeAllocations(
  tx: Tx,
  order: LoadedOrder,
  facts: StripeFacts,
): Promise<AllocatedRefund[]> {
  const known = new Map(order.refunds.map((refund) => [refund.id, refund.allocations]))
  const commands = new Map(refundCommandsOf(order).map((command) => [command.id, command]))
  const allocated: AllocatedRefund[] = []
  for (const refund of byAge(facts.refunds)) {
    // Metadata can be written by anybody with access to the dashboard: only a command of this
    // order makes a refund ours.
    const command = refund.commandId === null ? undefined : commands.get(refund.commandId)
    const wanted: Allocation[] = (command?.params.lines ?? []).map((line) => ({
      orderLineId: line.orderLineId,
      amountMinor: BigInt(line.amountMinor),
    }))
    const stored = known.get(refund.id)
    const allocations = stored ?? allocateRefund(order.lines, allocated, refund.amountMinor, wanted)
    if (!stored && allocations.length > 0) {
      await tx.refundAllocation.createMany({
        data: allocations.map((part) => ({ refundId: refund.id, ...part })),
      })
    }
    allocated.push({
      id: refund.id,
      status: refund.status,
      commandId: command?.id ?? null,
      allocations,
    })
  }
  return allocated
}
