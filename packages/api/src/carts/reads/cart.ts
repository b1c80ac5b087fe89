import type { DbOrTx } from '@archway/db/client'
import { type CartItem, cartItem } from '../../orders/schema/cart-item'

/** What a member means to buy, in the order in which it was put in. */
export async function listCart(db: DbOrTx, userId: string): Promise<CartItem[]> {
  const rows = await db.cartItem.findMany({
    where: { userId },
    orderBy: [{ addedAt: 'asc' }, { identity: 'asc' }],
    select: { item: true },
  })
  return rows.map(({ item }) => cartItem.parse(item))
}
