import type { Answer, Cart, ItemFor } from './answer'

/** An attempt at an exam: not sold yet. Pure. */
export function quoteExamAttempt(item: ItemFor<'exam_attempt'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  return { reason: 'purpose-not-sold', title: offering?.title ?? null }
}
