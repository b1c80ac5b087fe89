import type { Tx } from '@archway/db/client'
import type { Prisma } from '@archway/db/generated/client'
import { recordAudit } from '../../audit/commands'
import { settleOrder } from '../../orders/commands/settle-order'
import { processCommand } from '../../payments/commands/process-command/process-command'
import type { StripeCommandState } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, forbidden, notFound } from '../../shared/errors'
import { addJob } from '../../shared/jobs'
import type { PolicyResult } from '../../shared/policy-result'
import type { Answerable } from '../policy'
import { isAnswered } from '../rules/is-answered'

export type AnswerResult = {
  /** `unknown`: Stripe has not answered; the worker sends it again */
  state: StripeCommandState
  /** what Stripe said when it refused */
  error: string | null
}

type Answer = {
  kind: 'submit_evidence' | 'close_dispute'
  disputeId: string
  requestId: string
  reason: string
  params: Prisma.InputJsonObject
  decide: (dispute: Answerable) => PolicyResult
}

/**
 * Writes an answer to a dispute down as a command with its audit entry, sends it, and takes over what
 * Stripe says. The order is locked while it is decided, so of two people at once one answers; the
 * request's id is the command and Stripe's idempotency key, so sending the form twice is one answer.
 */
export async function answerDispute(
  deps: Deps,
  actor: Actor,
  answer: Answer,
): Promise<AnswerResult> {
  const orderId = await deps.db.$transaction((tx) => writeAnswer(tx, actor, answer))
  const { state, error } = await processCommand(deps, answer.requestId)
  await settleOrder(deps, orderId)
  return { state, error }
}

async function writeAnswer(tx: Tx, actor: Actor, answer: Answer): Promise<string> {
  const { disputeId, requestId, kind, params, reason } = answer
  await tx.$queryRaw`
    select 1 from orders where id = (select order_id from stripe_disputes where id = ${disputeId})
    for update`
  const dispute = await tx.stripeDispute.findUnique({
    where: { id: disputeId },
    select: { orderId: true, status: true, evidenceDueBy: true },
  })
  if (!dispute) throw notFound('dispute')
  const earlier = await tx.stripeCommand.findMany({
    where: { OR: [{ disputeId }, { id: requestId }] },
    select: { id: true, kind: true, disputeId: true, answers: true, state: true },
  })
  const repeated = earlier.find((command) => command.id === requestId)
  if (repeated && (repeated.disputeId !== disputeId || repeated.kind !== kind)) {
    throw conflict('request-id-used')
  }
  const verdict = answer.decide({ ...dispute, isAnswered: isAnswered(dispute, earlier) })
  if (repeated) return dispute.orderId
  if (!verdict.ok) throw forbidden(verdict.reason)
  await tx.stripeCommand.create({
    data: {
      id: requestId,
      kind,
      orderId: dispute.orderId,
      params,
      disputeId,
      answers: dispute.status,
      requestedBy: actor.type === 'member' ? actor.userId : null,
      reason,
    },
  })
  await addJob(
    tx,
    'stripe-command.requested',
    { commandId: requestId },
    { key: `command:${requestId}` },
  )
  await recordAudit(tx, actor, {
    action: kind === 'submit_evidence' ? 'dispute.submit-evidence' : 'dispute.accept',
    entityType: 'dispute',
    entityId: disputeId,
    before: { status: dispute.status },
    after: { commandId: requestId, ...params },
    reason,
  })
  return dispute.orderId
}
