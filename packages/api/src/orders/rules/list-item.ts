import type { AskedItem } from '../schema/cart-item'
import { quoteAccess } from './purposes/access'
import type { Answer, Cart } from './purposes/answer'
import { quoteBundle } from './purposes/bundle'
import { quoteExamAttempt } from './purposes/exam-attempt'
import { quoteGift } from './purposes/gift'
import { quoteSeats } from './purposes/seats'

/**
 * The lines of an item at list price, or why it cannot be bought: one file per purpose. A wish that was not
 * found in the buyer's cart is in it no more. Pure.
 */
export function listItem(item: AskedItem, cart: Cart): Answer {
  switch (item.purpose) {
    case 'wish':
      return { reason: cart.isGuest ? 'account-needed' : 'wish-gone', title: null }
    case 'access':
      return quoteAccess(item, cart)
    case 'seats':
      return quoteSeats(item, cart)
    case 'gift':
      return quoteGift(item, cart)
    case 'exam_attempt':
      return quoteExamAttempt(item, cart)
    case 'bundle':
      return quoteBundle(item, cart)
  }
}
