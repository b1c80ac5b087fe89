import { type AskedItem, cartItemIdentity } from '../schema/cart-item'

/** Everything of an item that changes what is bought, in one form. */
export function cartItemKey(item: AskedItem): string {
  const identity = cartItemIdentity(item)
  if (item.purpose === 'seats') return `${identity} ${item.quantity}`
  if (item.purpose !== 'gift') return identity
  const { recipientName = '', message, deliverOn } = item.gift
  return JSON.stringify([identity, recipientName, message, deliverOn])
}
