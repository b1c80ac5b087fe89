import { sha256 } from '../../shared/hash'
import type { AskedItem } from '../schema/cart-item'
import { cartItemKey } from './cart-item'

/**
 * Same cart, same hash, in whatever order it was filled. Codes are not part of it: a person has one
 * open order per cart, and another code ends its session as another price does.
 */
export const cartHashOf = (items: readonly AskedItem[]): string =>
  sha256(items.map(cartItemKey).sort().join(','))
