import { openOrderStatuses } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { notFound } from '../../shared/errors'
import { canSeeOrder } from '../policy'
import { settleOrder } from './settle-order'

/**
 * What the page after Stripe asks: waits up to three seconds for the order to agree with Stripe, by
 * the very synchronisation that webhooks trigger, and says what it is. The address proves nothing: the
 * order must be the reader's own, or placed from their browser without an account, whoever has claimed it since
 * (`guestEmail` is null then). A session id that is not this order's is refused as not found.
 */
export async function awaitReturn(
  deps: Deps,
  actor: Actor,
  input: { orderId: string; sessionId?: string },
  guestKey: string | null = null,
) {
  const order = await deps.db.order.findUnique({
    where: { id: input.orderId },
    select: {
      id: true,
      number: true,
      userId: true,
      guestKey: true,
      email: true,
      status: true,
      checkoutSessionId: true,
      currency: true,
      coupons: { orderBy: { position: 'asc' }, select: { code: { select: { code: true } } } },
      lines: {
        orderBy: { position: 'asc' },
        select: {
          purpose: true,
          quantity: true,
          bundleId: true,
          wishId: true,
          offeringId: true,
          title: true,
          offering: { select: { slug: true } },
        },
      },
    },
  })
  const isPlacedHere = guestKey !== null && order?.guestKey === guestKey
  if (!order || !(isPlacedHere || canSeeOrder(actor, order).ok)) throw notFound('order')
  const isOther =
    input.sessionId !== undefined &&
    order.checkoutSessionId !== null &&
    input.sessionId !== order.checkoutSessionId
  if (isOther) throw notFound('order')
  const isOpen = (openOrderStatuses as readonly string[]).includes(order.status)
  return {
    id: order.id,
    number: order.number,
    status: isOpen ? await settleOrder(deps, order.id) : order.status,
    currency: order.currency,
    guestEmail: order.userId === null ? order.email : null,
    codes: order.coupons.map(({ code }) => code.code),
    lines: order.lines.map(({ offering, ...line }) => ({ ...line, slug: offering.slug })),
  }
}
