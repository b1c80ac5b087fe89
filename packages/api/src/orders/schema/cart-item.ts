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

/**
 * What a member's cart keeps, by its wish: seats and gifts are bought by it alone, so that whom a gift is for
 * stands in no address, and so that asking twice is buying once.
 */
export const wishItem = z.object({ purpose: z.literal('wish'), wishId: z.uuid() })
export type WishItem = z.infer<typeof wishItem>

/** Something that a checkout is asked for. */
export const askedItem = z.discriminatedUnion('purpose', [...cartItem.options, wishItem])
export type AskedItem = z.infer<typeof askedItem>

/** An item, and the wish of the buyer's cart that it is. */
export const keptItem = z.intersection(cartItem, z.object({ wishId: z.uuid() }))
export type KeptItem = CartItem & { wishId: string }

/** Two items with one identity are the same wish: a cart has it once, however many seats it asks for. */
export function cartItemIdentity(item: AskedItem): string {
  switch (item.purpose) {
    case 'wish':
      return `wish ${item.wishId}`
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
