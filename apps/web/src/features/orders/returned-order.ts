import 'server-only'
import type { Actor } from '@archway/api/shared/actor'
import { DomainError } from '@archway/api/shared/errors'
import { TRPCError } from '@trpc/server'
import { readGuestBrowser } from '@/auth/guest-browser'
import { api } from '@/lib/trpc-server'

const isNotFound = (error: unknown): boolean =>
  error instanceof TRPCError &&
  error.cause instanceof DomainError &&
  error.cause.kind === 'not_found'

/**
 * Looks for an order as the person who is signed in and, where that finds nothing, as the browser that placed
 * it without an account: one may have signed in between. Throws what the procedures throw.
 */
async function asEither<Own, Guests>(
  actor: Actor,
  asMember: () => Promise<Own>,
  asGuest: (browserToken: string) => Promise<Guests>,
): Promise<{ order: Own | Guests; isGuests: boolean }> {
  const browserToken = await readGuestBrowser()
  const guests = async (token: string) => ({ order: await asGuest(token), isGuests: true })
  if (actor.type !== 'member' && browserToken !== null) return await guests(browserToken)
  try {
    return { order: await asMember(), isGuests: false }
  } catch (error) {
    if (browserToken === null || !isNotFound(error)) throw error
    return await guests(browserToken)
  }
}

/** The order that somebody comes back to after paying. */
export async function returnedOrder(actor: Actor, input: { orderId: string; sessionId?: string }) {
  const { orders, guests } = await api()
  return await asEither(
    actor,
    () => orders.awaitReturn(input),
    (browserToken) => guests.awaitReturn({ ...input, browserToken }),
  )
}

/** The order that somebody comes back to without having paid. */
export async function leftOrder(actor: Actor, orderId: string) {
  const { orders, guests } = await api()
  return await asEither(
    actor,
    () => orders.myOrder({ orderId }),
    (browserToken) => guests.order({ orderId, browserToken }),
  )
}
