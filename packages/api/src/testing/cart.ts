import type { CartItem } from '../orders/schema/cart-item'

/** A cart that buys access to offerings. */
export const accessTo = (...offeringIds: string[]): CartItem[] =>
  offeringIds.map((offeringId) => ({ purpose: 'access', offeringId }))
