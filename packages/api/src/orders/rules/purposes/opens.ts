import type { AskedItem } from '../../schema/cart-item'
import type { Shelf } from './answer'

/** The offerings that an item opens to the buyer: itself, what a bundle holds, and courses of programs. Pure. */
export function opens(item: AskedItem, { offerings, bundles }: Shelf): string[] {
  const bundle =
    item.purpose === 'bundle' ? bundles.find(({ id }) => id === item.bundleId) : undefined
  const ids = item.purpose === 'access' ? [item.offeringId] : (bundle?.offeringIds ?? [])
  return ids.flatMap((id) => [
    id,
    ...(offerings.find((offering) => offering.id === id)?.courseIds ?? []),
  ])
}
