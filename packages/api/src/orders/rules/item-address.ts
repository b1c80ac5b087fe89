import { type AskedItem, askedItem, type CartItem, type KeptItem } from '../schema/cart-item'

/** An item as an address says it: the offering's id alone when access is bought. */
export function itemAddress(item: Exclude<AskedItem, { purpose: 'gift' }>): string {
  switch (item.purpose) {
    case 'access':
      return item.offeringId
    case 'bundle':
      return `bundle:${item.bundleId}`
    case 'wish':
      return `wish:${item.wishId}`
    case 'seats':
      return `seats:${item.offeringId}:${item.quantity}`
    case 'exam_attempt':
      return `exam_attempt:${item.offeringId}`
  }
}

/**
 * An item of a cart as the address of the checkout says it: what is for others by its wish. Null while that
 * waits in a browser, in no member's cart. Pure.
 */
export function checkoutAddress(item: CartItem | KeptItem): string | null {
  const wishId = 'wishId' in item ? item.wishId : null
  if (item.purpose !== 'seats' && item.purpose !== 'gift') return itemAddress(item)
  return wishId === null ? null : itemAddress({ purpose: 'wish', wishId })
}

/** The item of an address; null when it says none. */
export function itemOfAddress(address: string): AskedItem | null {
  const [first = '', id, rest] = address.split(':')
  const parsed = askedItem.safeParse(
    id === undefined ? { purpose: 'access', offeringId: first } : fieldsOf(first, id, rest),
  )
  return parsed.success ? parsed.data : null
}

function fieldsOf(purpose: string, id: string, rest: string | undefined): object {
  if (purpose === 'bundle') return { purpose, bundleId: id }
  if (purpose === 'wish') return { purpose, wishId: id }
  return { purpose, offeringId: id, quantity: Number(rest) }
}
