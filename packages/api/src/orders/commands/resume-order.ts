import { processCommand } from '../../payments/commands/process-command/process-command'
import { openOrderStatuses } from '../../payments/states'
import type { Buyer } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError } from '../../shared/errors'
import { buyerKeyOf } from '../rules/buyer-key'
import { isSameOffer, type Offer } from '../rules/offer'
import { endSession } from './end-session'

/** An open session with less time than this is not worth going back to. */
const shortestUsefulSeconds = 10 * 60

type OpenOrder = Offer & {
  id: string
  status: string
  email: string
  expiresAt: Date
  checkoutUrl: string | null
  commands: { id: string; state: string }[]
}

function findOpenOrder(deps: Deps, buyer: Buyer, cartHash: string): Promise<OpenOrder | null> {
  return deps.db.order.findFirst({
    where: { ...buyerKeyOf(buyer), cartHash, status: { in: [...openOrderStatuses] } },
    select: {
      id: true,
      status: true,
      email: true,
      currency: true,
      totalMinor: true,
      taxMinor: true,
      buyerCountry: true,
      buyerRegion: true,
      buyerPostalCode: true,
      waiverVersion: true,
      expiresAt: true,
      checkoutUrl: true,
      lines: { select: { purpose: true, offeringId: true, quantity: true, amountMinor: true } },
      coupons: { select: { codeId: true, amountMinor: true } },
      commands: { where: { kind: 'create_session' }, select: { id: true, state: true } },
    },
  })
}

/**
 * Goes on with the open order of a cart when there is one: back to its session while that has time
 * left and prices, coupons and tax are those of now; otherwise the session is ended, so that the way is free for
 * a new order, and null is returned. Throws `conflict` when the order is being or has been paid.
 */
export async function resumeOrder(
  deps: Deps,
  buyer: Buyer,
  cartHash: string,
  offer: Offer,
): Promise<{ orderId: string; url: string } | null> {
  const order = await findOpenOrder(deps, buyer, cartHash)
  if (!order) return null
  if (order.status === 'processing') throw conflict('payment-processing', { orderId: order.id })
  const secondsLeft = (order.expiresAt.getTime() - deps.clock.now().getTime()) / 1000
  // A guest who types another address means the receipt, and the link in it, to go there.
  const isSameAddress = buyer.userId !== null || order.email === buyer.email
  if (isSameAddress && isSameOffer(order, offer) && secondsLeft >= shortestUsefulSeconds) {
    const url = order.checkoutUrl ?? (await reopen(deps, order))
    if (url !== null) return { orderId: order.id, url }
  }
  const status = await endSession(deps, order.id, 'replaced')
  if (status === 'awaiting_payment') {
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
  if (status === 'processing') throw conflict('payment-processing', { orderId: order.id })
  if (status === 'expired' || status === 'payment_failed' || status === 'cancelled') return null
  throw conflict('order-already-paid', { orderId: order.id })
}

/** The crash between order and session: sends the same command again. */
async function reopen(deps: Deps, order: OpenOrder): Promise<string | null> {
  const [command] = order.commands
  if (!command) return null
  const { state } = await processCommand(deps, command.id)
  if (state === 'failed') return null
  const reopened = await deps.db.order.findUniqueOrThrow({
    where: { id: order.id },
    select: { checkoutUrl: true },
  })
  if (state !== 'done' || reopened.checkoutUrl === null) {
    throw new DomainError('unavailable', 'payment-service-unavailable')
  }
  return reopened.checkoutUrl
}
