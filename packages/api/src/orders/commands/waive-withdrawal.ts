import { recordAudit } from '../../audit/commands'
import { requestMail } from '../../notifications/commands'
import { day, orderLink } from '../../notifications/rules'
import { lockOrder } from '../../payments/commands/load-order'
import { currentWaiverVersion } from '../../payments/rules/withdrawal'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { DomainError, notFound } from '../../shared/errors'
import { canSeeOrder } from '../policy'
import { getRefundable } from '../reads/refundable'
import type { WaiveWithdrawalInput } from '../schema/order'

/**
 * A buyer who kept the right of withdrawal asks for access now and gives it up: what they read is recorded
 * with the time, confirmed by mail (Directive 2011/83/EU, Art. 16(m)), and what the order gave opens. Safe
 * to repeat: what was waived stays as it was. Throws `not_found`, `precondition` (`nothing-to-waive`) when
 * there is no such right (any more), and `waiver-changed` for another text than today's.
 */
export async function waiveWithdrawal(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Member,
  { orderId, waiver }: WaiveWithdrawalInput,
): Promise<void> {
  const now = deps.clock.now()
  await deps.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order || !canSeeOrder(actor, order).ok) throw notFound('order')
    if (order.waivedAt) return
    if (waiver !== currentWaiverVersion) throw new DomainError('precondition', 'waiver-changed')
    const refundable = await getRefundable(tx, orderId, now)
    const lines = refundable?.lines.filter((line) => line.refund.reason === 'withdrawal') ?? []
    if (lines.length === 0) throw new DomainError('precondition', 'nothing-to-waive')
    await tx.order.update({
      where: { id: orderId },
      data: { waivedAt: now, waiverVersion: waiver },
      select: { id: true },
    })
    await tx.accessGrant.updateMany({
      where: {
        sourceType: 'order_line',
        sourceId: { in: lines.map((line) => line.id) },
        startsAt: { gt: now },
      },
      data: { startsAt: now },
    })
    await recordAudit(tx, actor, {
      action: 'order.waive-withdrawal',
      entityType: 'order',
      entityId: orderId,
      after: { waiver },
    })
    await requestMail(tx, {
      key: `withdrawal-waived:${orderId}`,
      template: 'withdrawal-waived',
      recipient: order.email,
      params: {
        name: order.user?.name ?? null,
        orderNumber: order.number,
        orderUrl: orderLink(deps.appUrl, order),
        waivedOn: day(now, order.user?.timeZone ?? 'UTC'),
      },
    })
  })
}
