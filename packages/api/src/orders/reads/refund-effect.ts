import type { DbOrTx } from '@archway/db/client'
import { canRefund } from '../../payments/policy'
import { allocateRefund, isLineTaken } from '../../payments/rules/allocate-refund'
import { postingsOf } from '../../payments/rules/posted-ledger'
import type { Actor } from '../../shared/actor'
import { DomainError, invalid, notFound } from '../../shared/errors'
import { planRefund } from '../rules/plan-refund'
import { refundShares } from '../rules/refund-shares'
import type { RefundEffectInput } from '../schema/order'
import { type EndingAccess, getEndingAccess } from './ending-access'
import { getRefundable } from './refundable'

export type RefundEffect = {
  amountMinor: bigint
  currency: string
  /** whether the refund promise owes it, or staff chooses to give it */
  isOwed: boolean
  /** what the person bought and will have lost; `remains` says that another grant still opens it */
  ending: EndingAccess[]
  /** taken back from providers in the settlement currency; null until the payment is booked */
  providers: { name: string; amountMinor: bigint; currency: string }[] | null
}

/**
 * What a refund would do, by the rules that do it: the amount, the access that ends and the share
 * that providers give back. Throws what `refundOrder` would throw.
 */
export async function getRefundEffect(
  db: DbOrTx,
  actor: Actor,
  input: RefundEffectInput,
  now: Date,
): Promise<RefundEffect> {
  const order = await getRefundable(db, input.orderId, now)
  if (!order) throw notFound('order')
  const verdict = canRefund(actor, order)
  if (!verdict.ok) throw new DomainError('forbidden', verdict.reason)
  const plan = planRefund(order, input.lines ?? null)
  if (!plan.ok) throw invalid(plan.reason, 'lines', { orderLineId: plan.orderLineId })
  const facts = await db.order.findUniqueOrThrow({
    where: { id: input.orderId },
    select: {
      userId: true,
      lines: { orderBy: { position: 'asc' } },
      charges: true,
      refunds: { include: { allocations: true } },
      disputes: true,
      ledger: { include: { entries: true }, orderBy: { postedAt: 'asc' } },
    },
  })
  const wanted = allocateRefund(facts.lines, facts.refunds, plan.amountMinor, plan.lines)
  const preview = { id: 'preview', status: 'succeeded', commandId: 'preview', allocations: wanted }
  const isEmptied = plan.amountMinor >= order.refundableMinor
  const taken = facts.lines.filter(
    (line) => isEmptied || isLineTaken(line, [...facts.refunds, preview]),
  )
  const named = new Set(wanted.map((part) => part.orderLineId))
  const shares = refundShares({ ...facts, posted: postingsOf(facts), wanted, now })
  return {
    amountMinor: plan.amountMinor,
    currency: order.currency,
    isOwed: named.size > 0 && order.lines.every((l) => !named.has(l.id) || l.refund.isOwed),
    ending: await getEndingAccess(
      db,
      facts.userId,
      taken.map((line) => line.id),
      now,
    ),
    providers: shares && (await withNames(db, shares)),
  }
}

async function withNames(db: DbOrTx, shares: NonNullable<ReturnType<typeof refundShares>>) {
  const providers = await db.provider.findMany({
    where: { id: { in: shares.map((share) => share.providerId) } },
    select: { id: true, name: true },
  })
  const names = new Map(providers.map((provider) => [provider.id, provider.name]))
  return shares.map(({ providerId, ...share }) => ({
    name: names.get(providerId) ?? providerId,
    ...share,
  }))
}
