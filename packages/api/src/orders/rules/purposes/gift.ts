import type { Answer, Cart, ItemFor } from './answer'

/** A gift for somebody: not sold yet. Pure. */
export function quoteGift(item: ItemFor<'gift'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  return { reason: 'purpose-not-sold', title: offering?.title ?? null }
}
