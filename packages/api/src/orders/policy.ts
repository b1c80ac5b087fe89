import type { OrderStatus } from '../payments/states'
import type { Actor } from '../shared/actor'
import { allowed, denied, type PolicyResult } from '../shared/policy-result'

/** Buying takes an account whose address was confirmed: the receipt has to arrive. */
export function canCheckOut(actor: Actor): PolicyResult {
  if (actor.type !== 'member') return denied('sign-in-required')
  return actor.isEmailVerified ? allowed : denied('email-not-verified')
}

type OwnedOrder = { userId: string | null; guestKey?: string | null }

/**
 * An order is seen by the person it belongs to, and a guest's that nobody has claimed from the browser that
 * placed it, which `guestKey` tells; to others it does not exist.
 */
export function canSeeOrder(
  actor: Actor,
  order: OwnedOrder,
  guestKey: string | null = null,
): PolicyResult {
  if (order.userId === null) {
    return guestKey !== null && order.guestKey === guestKey ? allowed : denied('not-found')
  }
  return actor.type === 'member' && actor.userId === order.userId ? allowed : denied('not-found')
}

/** Only what is not paid and not on its way can be given up. */
export const canCancel = (order: { status: OrderStatus }): PolicyResult =>
  order.status === 'awaiting_payment' ? allowed : denied('order-not-open')
