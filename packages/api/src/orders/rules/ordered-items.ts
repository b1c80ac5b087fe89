import type { CartItem, LinePurpose } from '../schema/cart-item'

type OrderedLine = {
  purpose: LinePurpose
  offeringId: string
  quantity: number
  bundleId: string | null
}

/**
 * The cart that the lines of an order came from, to try again with. A gift is left out: whom it is for
 * and what to say is asked anew. Pure.
 */
export function orderedItems(lines: readonly OrderedLine[]): CartItem[] {
  const bundleIds = new Set(lines.flatMap(({ bundleId }) => bundleId ?? []))
  const bundles = [...bundleIds].map((bundleId) => ({ purpose: 'bundle' as const, bundleId }))
  const others = lines.flatMap(({ purpose, offeringId, quantity, bundleId }): CartItem[] => {
    if (purpose === 'gift' || bundleId !== null) return []
    return purpose === 'seats' ? [{ purpose, offeringId, quantity }] : [{ purpose, offeringId }]
  })
  return [...bundles, ...others]
}
