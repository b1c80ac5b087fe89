import { type Answer, type Cart, type ItemFor, shelfProblem } from './answer'

/**
 * Seats for a team at the price of one each. What the buyer has of it is no matter: whoever wants to
 * learn takes a seat, the buyer like anybody else. Pure.
 */
export function quoteSeats(item: ItemFor<'seats'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  const reason = shelfProblem(offering)
  if (reason !== null || !offering) {
    return { reason: reason ?? 'not-found', title: offering?.title ?? null }
  }
  if (cart.isGuest) return { reason: 'account-needed', title: offering.title }
  const price = offering.prices.find(({ currency }) => currency === cart.currency)
  if (!price) return { reason: 'no-price-in-currency', title: offering.title }
  if (price.amountMinor === 0n) return { reason: 'free-for-everybody', title: offering.title }
  const line = {
    purpose: 'seats' as const,
    quantity: item.quantity,
    bundleId: null,
    giftWish: null,
    offering,
    title: `${offering.title} (${item.quantity} seats)`,
    priceId: price.id,
    listMinor: price.amountMinor * BigInt(item.quantity),
  }
  return { lines: [line] }
}
