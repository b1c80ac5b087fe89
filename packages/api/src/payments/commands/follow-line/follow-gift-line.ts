import type { Tx } from '@archway/db/client'
import { followGift } from '../../../gifts/commands/follow-gift'
import { giftWish } from '../../../gifts/schema'
import type { Deps } from '../../../shared/deps'
import type { LoadedOrder } from '../load-order'
import type { LineWish, PaidLine } from './line-wish'

/** A gift, as its buyer wrote it with the order. Returns whether anything changed. */
export async function followGiftLine(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  { user }: LoadedOrder,
  line: PaidLine,
  { state, stateReason }: LineWish,
): Promise<boolean> {
  if (user === null) return false
  const wish = giftWish.parse(line.giftWish)
  return await followGift(tx, deps, { buyer: user, line, wish, state, stateReason })
}
