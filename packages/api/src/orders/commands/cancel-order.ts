import type { OrderStatus } from '../../payments/states'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, notFound } from '../../shared/errors'
import { canCancel, canSeeOrder } from '../policy'
import { endSession } from './end-session'

/**
 * Gives up an unpaid order of one's own, or of one's browser. Stripe's session is ended first: a payment that crosses the
 * cancellation either finds the session closed, or wins, and then the order is paid and `conflict`
 * (`order-already-paid`) is thrown. Never both. Cancelling what is cancelled or expired does nothing.
 * Throws `unavailable` when Stripe does not answer (the worker goes on trying).
 */
export async function cancelOrder(
  deps: Deps,
  actor: Actor,
  { orderId }: { orderId: string },
  guestKey: string | null = null,
): Promise<{ orderId: string; status: OrderStatus }> {
  const order = await deps.db.order.findUnique({
    where: { id: orderId },
    select: { userId: true, guestKey: true, status: true },
  })
  if (!order || !canSeeOrder(actor, order, guestKey).ok) throw notFound('order')
  if (isOver(order.status)) return { orderId, status: order.status }
  const verdict = canCancel(order)
  if (!verdict.ok) throw conflict(verdict.reason, { status: order.status })
  const status = await endSession(deps, orderId, 'cancelled')
  if (isOver(status)) return { orderId, status }
  if (status === 'awaiting_payment') {
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
  throw conflict('order-already-paid', { status })
}

const isOver = (status: OrderStatus): boolean =>
  status === 'cancelled' || status === 'expired' || status === 'payment_failed'
