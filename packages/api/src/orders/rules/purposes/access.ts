import type { Sellable } from '../sellable'
import { type Answer, type Cart, type ItemFor, type ProblemReason, shelfProblem } from './answer'
import { opens } from './opens'

function problemOf(offering: Sellable, cart: Cart): ProblemReason | null {
  if (offering.access === 'live') return 'already-owned'
  if (offering.access === 'suspended') return 'access-suspended'
  const openedBy = (purpose: 'access' | 'bundle') =>
    cart.items
      .filter((item) => item.purpose === purpose)
      .filter((item) => item.purpose !== 'access' || item.offeringId !== offering.id)
      .some((item) => opens(item, cart).includes(offering.id))
  if (openedBy('access')) return 'covered-by-program'
  return openedBy('bundle') ? 'covered-by-bundle' : null
}

/** Access for the buyer: once, and not to what something else in the cart opens already. Pure. */
export function quoteAccess(item: ItemFor<'access'>, cart: Cart): Answer {
  const offering = cart.offerings.find(({ id }) => id === item.offeringId)
  const reason = shelfProblem(offering) ?? (offering ? problemOf(offering, cart) : 'not-found')
  if (reason !== null || !offering) {
    return { reason: reason ?? 'not-found', title: offering?.title ?? null }
  }
  const price = offering.prices.find(({ currency }) => currency === cart.currency)
  if (!price) return { reason: 'no-price-in-currency', title: offering.title }
  const line = {
    purpose: 'access' as const,
    quantity: 1,
    bundleId: null,
    giftWish: null,
    offering,
    title: offering.title,
    priceId: price.id,
    listMinor: price.amountMinor,
  }
  return { lines: [line] }
}
