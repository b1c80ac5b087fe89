import { type CartItem, cartItem } from '../schema/cart-item'

/** An item as the address of the checkout says it: the offering's id alone when access is bought. */
export function itemAddress(item: CartItem): string {
  switch (item.purpose) {
    case 'access':
      return item.offeringId
    case 'bundle':
      return `bundle:${item.bundleId}`
    case 'seats':
      return `seats:${item.offeringId}:${item.quantity}`
    case 'exam_attempt':
      return `exam_attempt:${item.offeringId}`
    case 'gift':
      return `gift:${item.offeringId}:${encodeURIComponent(JSON.stringify(item.gift))}`
  }
}

/** The item of an address; null when it says none. */
export function itemOfAddress(address: string): CartItem | null {
  const [first = '', id, rest] = address.split(':')
  const parsed = cartItem.safeParse(
    id === undefined ? { purpose: 'access', offeringId: first } : fieldsOf(first, id, rest),
  )
  return parsed.success ? parsed.data : null
}

function fieldsOf(purpose: string, id: string, rest: string | undefined): object {
  if (purpose === 'bundle') return { purpose, bundleId: id }
  return { purpose, offeringId: id, quantity: Number(rest), gift: giftOf(rest ?? '') }
}

function giftOf(text: string): unknown {
  try {
    return JSON.parse(decodeURIComponent(text))
  } catch {
    return null
  }
}
