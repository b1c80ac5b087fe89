import type { Tx } from '@archway/db/client'
import { recordAudit } from '../../audit/commands'
import { mailStaff } from '../../notifications/commands'
import { adminLink } from '../../notifications/rules'
import type { System } from '../../shared/actor'
import { formatMoney } from '../../shared/money'
import {
  disputeEffect,
  disputeReasonWords,
  fraudWarningAction,
  isWaitingForUs,
} from '../rules/dispute-effect'
import type { DisputeFact, StripeFacts } from '../rules/facts'
import type { LoadedOrder } from './load-order'

/** When evidence is due, as a mail says it: staff sit in many places, so in UTC. */
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
})
export const deadlineText = (at: Date): string => `${moment.format(at)} UTC`

/** Disputes that were not known before this synchronisation. */
export async function newDisputes(tx: Tx, facts: StripeFacts): Promise<DisputeFact[]> {
  if (facts.disputes.length === 0) return []
  const known = await tx.stripeDispute.findMany({
    where: { id: { in: facts.disputes.map((dispute) => dispute.id) } },
    select: { id: true },
  })
  const ids = new Set(known.map((dispute) => dispute.id))
  return facts.disputes.filter((dispute) => !ids.has(dispute.id))
}

function stateOf(status: string): 'inquiry' | 'open' | 'closed' {
  const effect = disputeEffect(status)
  if (effect === 'held' || effect === 'unknown') return 'open'
  return status.startsWith('warning_') && status !== 'warning_closed' ? 'inquiry' : 'closed'
}

/** Tells those who may answer that a dispute was opened: once for each. */
export async function mailDisputes(
  tx: Tx,
  order: LoadedOrder,
  disputes: readonly DisputeFact[],
  appUrl: string,
): Promise<void> {
  for (const dispute of disputes) {
    const due = isWaitingForUs(dispute.status) ? dispute.evidenceDueBy : null
    await mailStaff(tx, 'dispute.answer', {
      key: `dispute-opened:${dispute.id}`,
      template: 'dispute-opened',
      params: (name) => ({
        name,
        orderNumber: order.number,
        amount: formatMoney(dispute),
        reason: disputeReasonWords[dispute.reason] ?? null,
        answerBy: due && deadlineText(due),
        state: stateOf(dispute.status),
        url: adminLink(appUrl, `/admin/disputes/${dispute.id}`),
      }),
    })
  }
}

const synchroniser: System = { type: 'system', name: 'stripe-sync' }

/**
 * The card's bank suspects fraud: it is written down at the order and staff is told, once for each
 * warning. Nothing else changes.
 */
export async function noteFraudWarnings(
  tx: Tx,
  order: LoadedOrder,
  eventIds: readonly string[],
  appUrl: string,
): Promise<void> {
  if (eventIds.length === 0) return
  const warnings = await tx.$queryRaw<{ id: string }[]>`
    select distinct payload #>> '{data,object,id}' as id from stripe_events
    where id = any(${[...eventIds]}) and type = 'radar.early_fraud_warning.created'
      and payload #>> '{data,object,id}' is not null`
  for (const { id } of warnings) {
    const about = { action: fraudWarningAction, entityType: 'order', entityId: order.id } as const
    const noted = await tx.auditEntry.count({
      where: { ...about, after: { path: ['warning'], equals: id } },
    })
    if (noted > 0) continue
    await recordAudit(tx, synchroniser, { ...about, after: { warning: id } })
    await mailStaff(tx, 'order.refund', {
      key: `fraud-warning:${id}`,
      template: 'fraud-warning',
      params: (name) => ({
        name,
        orderNumber: order.number,
        amount: formatMoney({ amountMinor: order.totalMinor, currency: order.currency }),
        url: adminLink(appUrl, `/admin/orders/${order.id}`),
      }),
    })
  }
}
