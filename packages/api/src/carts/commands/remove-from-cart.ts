import type { Tx } from '@archway/db/client'
import { orderedItems } from '../../orders/rules/ordered-items'
import { type CartItem, cartItemIdentity, type LinePurpose } from '../../orders/schema/cart-item'
import type { Member } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { listCart } from '../reads/cart'

/** Takes an item out of a member's cart; nothing happens when it is not in it. */
export async function removeFromCart(
  { db }: Pick<Deps, 'db'>,
  { userId }: Pick<Member, 'userId'>,
  { identity }: { identity: string },
): Promise<{ items: CartItem[] }> {
  await db.cartItem.deleteMany({ where: { userId, identity } })
  return { items: await listCart(db, userId) }
}

type BoughtLine = {
  id: string
  purpose: LinePurpose
  offeringId: string
  quantity: number
  bundleId: string | null
}

/** Takes what was bought out of the buyer's cart: each item that a line of the order came from. */
export async function takeBought(
  tx: Tx,
  userId: string,
  lines: readonly BoughtLine[],
): Promise<void> {
  const gifts = await tx.gift.findMany({
    where: { orderLineId: { in: lines.map(({ id }) => id) } },
    select: { offeringId: true, recipientEmail: true, message: true },
  })
  const bought: CartItem[] = [
    ...orderedItems(lines),
    ...gifts.map(({ offeringId, ...gift }) => ({
      purpose: 'gift' as const,
      offeringId,
      gift: { ...gift, deliverOn: null },
    })),
  ]
  await takeItems(tx, userId, bought)
}

/** Takes items out of somebody's cart, as far as they are in it. */
export async function takeItems(tx: Tx, userId: string, items: readonly CartItem[]): Promise<void> {
  await tx.cartItem.deleteMany({
    where: { userId, identity: { in: items.map(cartItemIdentity) } },
  })
}
