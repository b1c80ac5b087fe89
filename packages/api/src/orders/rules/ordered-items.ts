import type { AskedItem, LinePurpose } from '../schema/cart-item'

type OrderedLine = {
  purpose: LinePurpose
  offeringId: string
  bundleId: string | null
  wishId: string | null
}

type OrderedItem = Exclude<AskedItem, { purpose: 'gift' | 'seats' }>

/**
 * What the lines of an order came from, to try again with: seats and gifts as they are kept in the cart. Those
 * of orders from before carts kept them are left out. Pure.
 */
export function orderedItems(lines: readonly OrderedLine[]): OrderedItem[] {
  const bundleIds = new Set(lines.flatMap(({ bundleId }) => bundleId ?? []))
  const bundles = [...bundleIds].map((bundleId) => ({ purpose: 'bundle' as const, bundleId }))
  const others = lines.flatMap(({ purpose, offeringId, bundleId, wishId }): OrderedItem[] => {
    if (bundleId !== null) return []
    if (purpose !== 'seats' && purpose !== 'gift') return [{ purpose, offeringId }]
    return wishId === null ? [] : [{ purpose: 'wish' as const, wishId }]
  })
  return [...bundles, ...others]
}
