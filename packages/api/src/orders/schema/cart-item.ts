import { z } from 'zod'
import { giftWish } from '../../gifts/schema'
import { seatQuantity } from '../../seats/schema'

/** What a line of an order buys. */
export const linePurposes = ['access', 'seats', 'gift', 'exam_attempt'] as const
export type LinePurpose = (typeof linePurposes)[number]

/** Something to buy: ids and what is wanted of it, never a price. */
export const cartItem = z.discriminatedUnion('purpose', [
  z.object({ purpose: z.literal('access'), offeringId: z.uuid() }),
  z.object({
    purpose: z.literal('seats'),
    offeringId: z.uuid(),
    quantity: seatQuantity,
  }),
  z.object({ purpose: z.literal('gift'), offeringId: z.uuid(), gift: giftWish }),
  z.object({ purpose: z.literal('exam_attempt'), offeringId: z.uuid() }),
  z.object({ purpose: z.literal('bundle'), bundleId: z.uuid() }),
])
export type CartItem = z.infer<typeof cartItem>

/** Two items with one identity are the same wish: a cart has it once, however many seats it asks for. */
export function cartItemIdentity(item: CartItem): string {
  switch (item.purpose) {
    case 'access':
      return item.offeringId
    case 'bundle':
      return `bundle ${item.bundleId}`
    case 'gift':
      return `gift ${item.offeringId} ${item.gift.recipientEmail.toLowerCase()}`
    default:
      return `${item.purpose} ${item.offeringId}`
  }
}
