import type { DbOrTx } from '@archway/db/client'
import { canCancel } from '../../orders/policy'
import { notFound } from '../../shared/errors'
import type { GuestOrder } from '../schema'

/** An unclaimed order as the browser sees it that placed it. Throws `not_found` for any other. */
export async function requireGuestOrder(
  db: DbOrTx,
  guestKey: string,
  orderId: string,
): Promise<GuestOrder> {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: { status: true, expiresAt: true, checkoutUrl: true, userId: true, guestKey: true },
  })
  if (!order || order.userId !== null || order.guestKey !== guestKey) throw notFound('order')
  const { status, expiresAt, checkoutUrl } = order
  return { status, expiresAt, checkoutUrl, canCancel: canCancel(order).ok }
}
