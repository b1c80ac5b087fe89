import type { Answer, Cart, ItemFor } from './answer'

/** Several offerings at one price: not sold yet. Pure. */
export function quoteBundle(_item: ItemFor<'bundle'>, _cart: Cart): Answer {
  return { reason: 'purpose-not-sold', title: null }
}
