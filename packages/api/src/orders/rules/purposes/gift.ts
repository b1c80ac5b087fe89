import { deliveryProblem } from '../../../gifts/rules'
import { type Answer, type Cart, type ItemFor, shelfProblem } from './answer'

/** A gift for somebody, to be mailed within a year. What the buyer has of it is no matter. Pure. */
export function quoteGift(item: ItemFor<'gift'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  const reason = shelfProblem(offering) ?? deliveryProblem(item.gift.deliverOn, cart.today)
  if (reason !== null || !offering) {
    return { reason: reason ?? 'not-found', title: offering?.title ?? null }
  }
  if (cart.isGuest) return { reason: 'account-needed', title: offering.title }
  const price = offering.prices.find(({ currency }) => currency === cart.currency)
  if (!price) return { reason: 'no-price-in-currency', title: offering.title }
  if (price.amountMinor === 0n) return { reason: 'free-for-everybody', title: offering.title }
  const line = {
    purpose: 'gift' as const,
    quantity: 1,
    bundleId: null,
    giftWish: item.gift,
    offering,
    title: `${offering.title} (gift)`,
    priceId: price.id,
    listMinor: price.amountMinor,
  }
  return { lines: [line] }
}
