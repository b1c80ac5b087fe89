import type { DbOrTx } from '@archway/db/client'
import { type AskedItem, cartItem, type KeptItem } from '../../orders/schema/cart-item'

/** What a member means to buy, in the order in which it was put in, each with its wish. */
export async function listCart(db: DbOrTx, userId: string): Promise<KeptItem[]> {
  const rows = await db.cartItem.findMany({
    where: { userId },
    orderBy: [{ addedAt: 'asc' }, { identity: 'asc' }],
    select: { item: true, wishId: true },
  })
  return rows.map(({ item, wishId }) => ({ ...cartItem.parse(item), wishId }))
}

/** The wishes that items are asked by. */
export const wishesOf = (items: readonly AskedItem[]): string[] =>
  items.flatMap((item) => (item.purpose === 'wish' ? [item.wishId] : []))

/**
 * The same items, with what the buyer's cart keeps in the place of its wishes. A wish that is not in it, or
 * in somebody else's, stays as it is.
 */
export async function withWishes(
  db: DbOrTx,
  userId: string | null,
  items: readonly AskedItem[],
): Promise<AskedItem[]> {
  const wishIds = wishesOf(items)
  if (userId === null || wishIds.length === 0) return [...items]
  const rows = await db.cartItem.findMany({
    where: { userId, wishId: { in: wishIds } },
    select: { item: true, wishId: true },
  })
  const kept = new Map(rows.map(({ item, wishId }) => [wishId, cartItem.parse(item)]))
  return items.map((item) => (item.purpose === 'wish' ? (kept.get(item.wishId) ?? item) : item))
}
