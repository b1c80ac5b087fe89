import type { DbOrTx } from '@archway/db/client'
import { canRequestRefund } from '../../payments/policy'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canSeeOrder } from '../policy'
import { planRefund } from '../rules/plan-refund'
import type { RefundOfferInput, RefundOfferOutput } from '../schema/order'
import { getEndingAccess } from './ending-access'
import { getRefundable } from './refundable'

/**
 * What taking the price of a line back gives and takes, by the rules that decide when it is done; of seats as
 * many as are asked for, at most all that are unused. Throws `not_found` for what is somebody else's.
 */
export async function requireRefundOffer(
  db: DbOrTx,
  actor: Actor,
  { orderId, orderLineId, seats }: RefundOfferInput,
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
  const { use } = line
  const ofSeats =
    use.purpose === 'seats'
      ? { unused: use.unused, chosen: Math.min(seats ?? use.unused, use.unused) }
      : null
  const chosen = ofSeats && planRefund(order, [{ orderLineId, seats: ofSeats.chosen }])
  const owedMinor = chosen?.ok ? chosen.amountMinor : line.refund.owedMinor
  return {
    orderNumber: number,
    title: line.title,
    amountMinor: line.refund.isOwed ? owedMinor : line.amountMinor,
    currency: order.currency,
    payment: charges[0] ?? { cardBrand: null, cardLast4: null },
    refund: line.refund,
    canRequest: canRequestRefund(order, line).ok,
    seats: ofSeats,
    ending,
  }
}
