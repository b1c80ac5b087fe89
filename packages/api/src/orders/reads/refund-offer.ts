import type { DbOrTx } from '@archway/db/client'
import { canRequestRefund } from '../../payments/policy'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canSeeOrder } from '../policy'
import type { OrderLineInput, RefundOfferOutput } from '../schema/order'
import { getEndingAccess } from './ending-access'
import { getRefundable } from './refundable'

/**
 * What taking the price of a line back gives and takes, by the rules that decide when it is done. Throws
 * `not_found` for what is somebody else's.
 */
export async function requireRefundOffer(
  db: DbOrTx,
  actor: Actor,
  { orderId, orderLineId }: OrderLineInput,
  now: Date,
): Promise<RefundOfferOutput> {
  const order = await getRefundable(db, orderId, now)
  const line = order?.lines.find((candidate) => candidate.id === orderLineId)
  if (!order || !line || !canSeeOrder(actor, order).ok) throw notFound('order')
  const [{ number, charges }, ending] = await Promise.all([
    db.order.findUniqueOrThrow({
      where: { id: orderId },
      select: {
        number: true,
        charges: { where: { status: 'succeeded' }, select: { cardBrand: true, cardLast4: true } },
      },
    }),
    getEndingAccess(db, order.userId, [line.id], now),
  ])
  return {
    orderNumber: number,
    title: line.title,
    amountMinor: line.refund.isOwed ? line.refund.owedMinor : line.amountMinor,
    currency: order.currency,
    payment: charges[0] ?? { cardBrand: null, cardLast4: null },
    refund: line.refund,
    canRequest: canRequestRefund(order, line).ok,
    ending,
  }
}
