import type { DbOrTx } from '@archway/db/client'
import { explainAccess } from '../../enrolments/reads/explained-access'
import { submitEvidenceParams } from '../../payments/schema'
import { openCommandStates } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { canAcceptDispute, canSubmitEvidence } from '../policy'
import { daysLeft } from '../rules/deadline'
import { groupOf } from '../rules/groups'
import { isAnswered } from '../rules/is-answered'

const disputeSelect = {
  id: true,
  chargeId: true,
  status: true,
  reason: true,
  networkCode: true,
  amountMinor: true,
  currency: true,
  evidenceDueBy: true,
  hasEvidence: true,
  submissions: true,
  isLate: true,
  createdAt: true,
  updatedAt: true,
  order: {
    select: {
      id: true,
      number: true,
      status: true,
      currency: true,
      totalMinor: true,
      paidAt: true,
      email: true,
      user: { select: { id: true, name: true, email: true } },
      lines: { orderBy: { position: 'asc' }, select: { id: true, title: true } },
    },
  },
} as const

/**
 * A dispute with everything that happened to it: what the bank says, the money as the ledger has it (for
 * those who may read that), what it did to access, our answers, and whether this member of staff may
 * answer it now. Throws `not_found`.
 */
export async function requireAdminDispute(db: DbOrTx, actor: Actor, disputeId: string, now: Date) {
  const dispute = await db.stripeDispute.findUnique({
    where: { id: disputeId },
    select: disputeSelect,
  })
  if (!dispute) throw notFound('dispute')
  const { order } = dispute
  const [answers, money, access, events, audit] = await Promise.all([
    db.stripeCommand.findMany({ where: { disputeId }, orderBy: { createdAt: 'asc' } }),
    can(actor, 'ledger.read') ? disputeMoney(db, order.id) : null,
    explainAccess(db, order.user?.id ?? null, now, {
      orderLineIds: order.lines.map((line) => line.id),
    }),
    db.$queryRaw<{ id: string; type: string; occurredAt: Date }[]>`
      select id, type, occurred_at as "occurredAt" from stripe_events
      where target_key = ${`order:${order.id}`} and type like 'charge.dispute.%'
        and payload #>> '{data,object,id}' = ${disputeId}
      order by occurred_at, (type = 'charge.dispute.created') desc,
        (type = 'charge.dispute.closed'), id`,
    db.auditEntry.findMany({
      where: { entityType: 'dispute', entityId: disputeId },
      orderBy: { id: 'desc' },
      take: 50,
    }),
  ])
  const answerable = { ...dispute, isAnswered: isAnswered(dispute, answers) }
  const submit = canSubmitEvidence(actor, answerable, now)
  const accept = canAcceptDispute(actor, answerable)
  const sent = answers.findLast((answer) => answer.kind === 'submit_evidence')
  return {
    ...dispute,
    group: groupOf(dispute.status),
    daysLeft: dispute.evidenceDueBy && daysLeft(dispute.evidenceDueBy, now),
    money,
    access,
    events,
    answers: answers.map(({ id, kind, state, error, reason, createdAt, updatedAt }) => ({
      id,
      kind,
      error,
      reason,
      createdAt,
      state,
      settledAt: openCommandStates.some((open) => open === state) ? null : updatedAt,
    })),
    /** the texts of our last answer; null when there was none */
    sent: sent ? submitEvidenceParams.parse(sent.params).evidence : null,
    submit: { isAllowed: submit.ok, reason: submit.ok ? null : submit.reason },
    accept: { isAllowed: accept.ok, reason: accept.ok ? null : accept.reason },
    audit: audit.map(({ id, ...entry }) => ({ ...entry, id: id.toString() })),
  }
}

/** What disputes of an order have moved, in the currency of the ledger; costs are positive. */
async function disputeMoney(db: DbOrTx, orderId: string) {
  return await db.$queryRaw<
    {
      currency: string
      withdrawnMinor: bigint
      returnedMinor: bigint
      feeMinor: bigint
      lossMinor: bigint
      providerMinor: bigint
    }[]
  >`
    select e.currency,
      coalesce(-sum(amount_minor) filter (
        where t.kind = 'dispute' and account = 'stripe_balance'), 0)::bigint as "withdrawnMinor",
      coalesce(sum(amount_minor) filter (
        where t.kind = 'dispute_reversal' and account = 'stripe_balance'), 0)::bigint as "returnedMinor",
      coalesce(sum(amount_minor) filter (where account = 'dispute_fees'), 0)::bigint as "feeMinor",
      coalesce(sum(amount_minor) filter (where account = 'dispute_losses'), 0)::bigint as "lossMinor",
      coalesce(sum(amount_minor) filter (where account = 'provider_payable'), 0)::bigint as "providerMinor"
    from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    where t.order_id = ${orderId}::uuid and t.kind in
      ('dispute', 'dispute_fee', 'dispute_reversal', 'dispute_lost', 'dispute_reinstated')
    group by e.currency order by e.currency`
}
