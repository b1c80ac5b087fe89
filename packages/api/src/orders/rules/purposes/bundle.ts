import { priceIn } from '../../../bundles/rules/bundle-offers'
import { splitPrice } from '../../../bundles/rules/split-price'
import type { Sellable, SellableBundle } from '../sellable'
import { type Answer, type Cart, type ItemFor, type ProblemReason, shelfProblem } from './answer'
import { opens } from './opens'

/** Whether something in the cart sells a part of the bundle already: a program, or an earlier bundle. */
function overlaps(item: ItemFor<'bundle'>, parts: readonly Sellable[], cart: Cart): boolean {
  const place = cart.items.indexOf(item)
  const opened = cart.items.flatMap((other, index) => {
    if (other.purpose === 'access' && !parts.some(({ id }) => id === other.offeringId)) {
      return opens(other, cart)
    }
    return other.purpose === 'bundle' && index < place ? opens(other, cart) : []
  })
  return parts.some(({ id, courseIds }) => [id, ...courseIds].some((one) => opened.includes(one)))
}

function problemOf(
  item: ItemFor<'bundle'>,
  bundle: SellableBundle,
  parts: readonly Sellable[],
  cart: Cart,
): ProblemReason | null {
  const isWhole = parts.length === bundle.offeringIds.length
  if (!isWhole || parts.some((part) => shelfProblem(part) !== null)) return 'bundle-incomplete'
  if (parts.every(({ access }) => access === 'live')) return 'already-owned'
  if (parts.some(({ access }) => access === 'suspended')) return 'access-suspended'
  return overlaps(item, parts, cart) ? 'bundle-overlaps' : null
}

/**
 * A bundle as one line for each of its parts, at their shares of its price. What the buyer owns already
 * is left out with its share: the rest costs what it would in the whole. Pure.
 */
export function quoteBundle(item: ItemFor<'bundle'>, cart: Cart): Answer {
  const bundle = cart.bundles.find(({ id }) => id === item.bundleId)
  if (bundle?.status !== 'published') return { reason: 'not-found', title: bundle?.title ?? null }
  const { id, slug, title } = bundle
  const parts = bundle.offeringIds.flatMap(
    (offeringId) => cart.offerings.find((offering) => offering.id === offeringId) ?? [],
  )
  const reason = problemOf(item, bundle, parts, cart)
  if (reason !== null) return { reason, title }
  const amountMinor = priceIn(bundle, cart.currency)
  const own = parts.flatMap((part) => priceIn(part, cart.currency) ?? [])
  if (amountMinor === null || own.length < parts.length) {
    return { reason: 'no-price-in-currency', title }
  }
  const split = splitPrice({ amountMinor, currency: cart.currency }, own)
  const lines = parts.map((offering, index) => ({
    purpose: 'access' as const,
    quantity: 1,
    giftWish: null,
    bundleId: id,
    offering,
    title: offering.title,
    priceId: null,
    listMinor: split.parts[index] ?? 0n,
  }))
  const owned = parts.filter(({ access }) => access === 'live').map((part) => part.title)
  return {
    lines: lines.filter(({ offering }) => offering.access === 'none'),
    bundle: { id, slug, title, priceMinor: split.priceMinor, owned },
  }
}
