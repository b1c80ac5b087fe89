import type { Tx } from '@archway/db/client'
import type { Deps } from '../../../shared/deps'
import type { LoadedOrder } from '../load-order'
import { followAccess } from './follow-access'
import type { LineWish, PaidLine } from './line-wish'

/** Makes what a line bought stand as wished. One file per purpose. Returns whether anything changed. */
export async function followLine(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  order: LoadedOrder,
  line: PaidLine,
  wish: LineWish,
): Promise<boolean> {
  switch (line.purpose) {
    case 'access':
      return await followAccess(tx, deps, order, line, wish)
    case 'seats':
    case 'gift':
    case 'exam_attempt':
      throw new Error(`order line ${line.id} buys ${line.purpose}, which no quote sells`)
  }
}
