import type { Tx } from '@archway/db/client'
import { cartItemKey } from '../../orders/rules/cart-item'
import { orderedItems } from '../../orders/rules/ordered-items'
import {
  type AskedItem,
  cartItem,
  cartItemIdentity,
  type KeptItem,
  type LinePurpose,
} from '../../orders/schema/cart-item'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { listCart } from '../reads/cart'

/** Takes an item out of a member's cart; nothing happens when it is not in it. */
export async function removeFromCart(
  { db }: Pick<Deps, 'db'>,
  { userId }: Pick<Member, 'userId'>,
  { identity }: { identity: string },
): Promise<{ items: KeptItem[] }> {
  await db.cartItem.deleteMany({ where: { userId, identity } })
  return { items: await listCart(db, userId) }
}

type BoughtLine = {
  purpose: LinePurpose
  offeringId: string
  quantity: number
  bundleId: string | null
  wishId: string | null
  giftWish: unknown
}

/**
 * Takes what was bought out of the buyer's cart: the wishes that the lines of the order came from, and what
 * is the same in every word. Another number of seats stays, as it was wished for beside them.
 */
export async function takeBought(
  tx: Tx,
  userId: string,
  lines: readonly BoughtLine[],
): Promise<void> {
  const wishes = new Set(lines.flatMap(({ wishId }) => wishId ?? []))
  const alike = lines.flatMap(({ purpose, offeringId, quantity, giftWish }): AskedItem[] => {
    if (purpose === 'seats') return [{ purpose, offeringId, quantity }]
    const gift =
      purpose === 'gift' ? cartItem.safeParse({ purpose, offeringId, gift: giftWish }) : null
    return gift?.success ? [gift.data] : []
  })
  const keys = new Set([...orderedItems(lines), ...alike].map(cartItemKey))
  const cart = await listCart(tx, userId)
  const bought = cart.filter((item) => wishes.has(item.wishId) || keys.has(cartItemKey(item)))
  await takeItems(tx, userId, bought)
}

/** Takes items out of somebody's cart, as far as they are in it. */
export async function takeItems(
  tx: Tx,
  userId: string,
  items: readonly AskedItem[],
): Promise<void> {
  await tx.cartItem.deleteMany({
    where: { userId, identity: { in: items.map(cartItemIdentity) } },
  })
}
