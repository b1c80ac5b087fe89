import { cartItemKey } from '../../orders/rules/cart-item'
import { type CartItem, cartItemIdentity, type KeptItem } from '../../orders/schema/cart-item'
import { maxCartItems } from '../../orders/schema/order'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict } from '../../shared/errors'
import { newIds } from '../../shared/uuid'
import { listCart } from '../reads/cart'

/**
 * Puts items into a member's cart, all or none. What says something else of what is there already (another
 * number of seats, say) is a new wish in its place; the same again is the same wish. Whether they can be
 * bought is said by the quote, not here.
 * Throws `conflict` (`cart-full`). Safe to repeat, and at once: one row per person and identity, under
 * the person's lock.
 */
export async function putIntoCart(
  deps: Pick<Deps, 'db' | 'clock'>,
  { userId }: Pick<Member, 'userId'>,
  { items }: { items: readonly CartItem[] },
): Promise<{ items: KeptItem[] }> {
  const now = deps.clock.now()
  return await deps.db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from users where id = ${userId}::uuid for no key update`
    const kept = new Map(
      (await listCart(tx, userId)).map((item) => [cartItemIdentity(item), cartItemKey(item)]),
    )
    for (const [at, item] of items.entries()) {
      const key = { userId, identity: cartItemIdentity(item) }
      if (kept.get(key.identity) === cartItemKey(item)) continue
      const [wishId] = newIds(1)
      await tx.cartItem.upsert({
        where: { userId_identity: key },
        // A millisecond apart, so that what is put in together keeps its order.
        create: { ...key, wishId, item, addedAt: new Date(now.getTime() + at) },
        update: { item, wishId },
      })
    }
    const cart = await listCart(tx, userId)
    if (cart.length > maxCartItems) throw conflict('cart-full', { limit: maxCartItems })
    return { items: cart }
  })
}
