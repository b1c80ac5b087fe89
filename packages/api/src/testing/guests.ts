import { randomUUID } from 'node:crypto'
import type { Db } from '@archway/db/client'
import { startGuestCheckout } from '../guests/commands/start-guest-checkout'
import type { Visitor } from '../shared/actor'
import { randomToken } from '../shared/hash'
import { accessTo } from './cart'
import type { Shop } from './shop'

/** Somebody at a browser of their own, with an address that nobody else has. */
export type Guest = { actor: Visitor; email: string; browserToken: string }

let guests = 0

export function makeGuest(data: Partial<Guest> = {}): Guest {
  guests += 1
  return {
    actor: { type: 'visitor', ipAddress: `2001:db8:1::${guests.toString(16)}` },
    email: `${randomUUID()}@guest.test`,
    browserToken: randomToken(),
    ...data,
  }
}

export const startAsGuest = (
  shop: Pick<Shop, 'deps'>,
  { actor, email, browserToken }: Guest,
  offeringIds: string[],
  rest: { codes?: string[]; currency?: string } = {},
) =>
  startGuestCheckout(shop.deps, actor, {
    items: accessTo(...offeringIds),
    currency: 'USD',
    email,
    browserToken,
    ...rest,
  })

/** Places an order without an account and opens its session. */
export async function checkOutAsGuest(
  shop: Pick<Shop, 'deps' | 'db'>,
  guest: Guest,
  offeringIds: string[],
  rest: { codes?: string[]; currency?: string } = {},
) {
  const result = await startAsGuest(shop, guest, offeringIds, rest)
  if (result.kind !== 'redirect') throw new Error('nothing to pay')
  const order = await shop.db.order.findUniqueOrThrow({ where: { id: result.orderId } })
  if (!order.checkoutSessionId) throw new Error('no session')
  return { orderId: order.id, sessionId: order.checkoutSessionId, url: result.url, guest }
}

/** The secrets of the links that were mailed for an order: with the receipt, and when asked for again. */
export async function claimTokens(db: Db, orderId: string): Promise<string[]> {
  const { email, number } = await db.order.findUniqueOrThrow({ where: { id: orderId } })
  const mails = await db.mailMessage.findMany({
    where: { recipient: email, template: { in: ['order-receipt', 'claim-link'] } },
    orderBy: { id: 'asc' },
  })
  return mails.flatMap(({ params }) => {
    const { orderNumber, claim, url } = params as {
      orderNumber: number
      claim?: { url: string } | null
      url?: string
    }
    const link = claim?.url ?? url
    const token = link && new URL(link).searchParams.get('token')
    return orderNumber === number && token ? [token] : []
  })
}
