import type { Tx } from '@archway/db/client'
import type { Buyer } from '../../shared/actor'

/**
 * Locks the buyer, under whose lock what was paid leaves the cart, and says whether all of the wishes are
 * still in it: of two orders of one wish the second waits here, and finds it gone.
 */
export async function holdWishes(
  tx: Tx,
  { userId }: Buyer,
  wishIds: readonly string[],
): Promise<boolean> {
  if (userId === null) return wishIds.length === 0
  await tx.$queryRaw`select 1 from users where id = ${userId}::uuid for no key update`
  const kept = await tx.cartItem.count({ where: { userId, wishId: { in: [...wishIds] } } })
  return kept === wishIds.length
}
