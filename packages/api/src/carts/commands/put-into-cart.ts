import { type CartItem, cartItemIdentity } from '../../orders/schema/cart-item'
import { maxCartItems } from '../../orders/schema/order'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { listCart } from '../reads/cart'

/**
 * Puts items into a member's cart, all or none; what is there already takes the new wish (another number
 * of seats, say) and keeps its place. Whether they can be bought is said by the quote, not here.
 * Throws `conflict` (`cart-full`). Safe to repeat, and at once: one row per person and identity, under
 * the person's lock.
 */
export async function putIntoCart(
  deps: Pick<Deps, 'db' | 'clock'>,
  { userId }: Pick<Member, 'userId'>,
  { items }: { items: readonly CartItem[] },
): Promise<{ items: CartItem[] }> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from users where id = ${userId}::uuid for no key update`
    for (const item of items) {
      const key = { userId, identity: cartItemIdentity(item) }
      await tx.cartItem.upsert({
        where: { userId_identity: key },
        create: { ...key, item, addedAt: now },
        update: { item },
      })
    }
    const cart = await listCart(tx, userId)
    if (cart.length > maxCartItems) throw conflict('cart-full', { limit: maxCartItems })
    return { items: cart }
  })
}
