import type { Answer, Cart, ItemFor } from './answer'

/** Seats for a team: not sold yet. Pure. */
export function quoteSeats(item: ItemFor<'seats'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  return { reason: 'purpose-not-sold', title: offering?.title ?? null }
}
