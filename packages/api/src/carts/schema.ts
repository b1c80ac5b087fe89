import { z } from 'zod'
import { cartItem, keptItem } from '../orders/schema/cart-item'
import { maxCartItems } from '../orders/schema/order'

/** Items to put into the cart; one that is there already takes the new wish's place. */
export const putInput = z.object({ items: z.array(cartItem).min(1).max(maxCartItems) })

export const removeInput = z.object({
  /** as `cartItemIdentity` says it */
  identity: z.string().min(1).max(500),
})

export const cartOutput = z.object({ items: z.array(keptItem) })
