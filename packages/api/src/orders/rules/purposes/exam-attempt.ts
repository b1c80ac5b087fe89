import type { Answer, Cart, ItemFor } from './answer'

/**
 * An attempt at the exam of a certification of ours: sold where staff has given it a price per exam. It
 * may be bought again, for another attempt. Pure.
 */
export function quoteExamAttempt(item: ItemFor<'exam_attempt'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  if (offering?.status !== 'published') return { reason: 'not-found', title: null }
  const { origin, kind, title, prices } = offering
  if (origin !== 'own' || kind !== 'certification' || prices.length === 0) {
    return { reason: 'not-for-sale', title }
  }
  if (cart.isGuest) return { reason: 'account-needed', title: title }
  const price = prices.find(({ currency }) => currency === cart.currency)
  if (!price) return { reason: 'no-price-in-currency', title }
  const line = {
    purpose: 'exam_attempt' as const,
    quantity: 1,
    bundleId: null,
    giftWish: null,
    offering,
    title: `${title} (exam attempt)`,
    priceId: price.id,
    listMinor: price.amountMinor,
  }
  return { lines: [line] }
}
