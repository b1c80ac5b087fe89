import type { Tx } from '@archway/db/client'
import { followLineWithCases } from '../../../credentials/commands/cases'
import { followVoucher } from '../../../exams/commands/follow-voucher'
import { followSeats } from '../../../seats/commands/follow-seats'
import type { Deps } from '../../../shared/deps'
import type { LoadedOrder } from '../load-order'
import { followAccess } from './follow-access'
import { followGiftLine } from './follow-gift-line'
import type { LineWish, PaidLine } from './line-wish'

/**
 * Makes what a line bought stand as wished; what a guest bought waits for who claims it. Credentials that were
 * earned with it become a question for staff. Returns whether anything changed.
 */
export async function followLine(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  order: LoadedOrder,
  line: PaidLine,
  wish: LineWish,
): Promise<boolean> {
  const hasChanged = await followPurpose(tx, deps, order, line, wish)
  if (hasChanged) await followLineWithCases(tx, deps, line.id, wish)
  return hasChanged
}

async function followPurpose(
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
      return order.userId === null
        ? false
        : await followSeats(tx, deps, { ownerId: order.userId, line, ...wish })
    case 'gift':
      return await followGiftLine(tx, deps, order, line, wish)
    case 'exam_attempt':
      return order.userId === null
        ? false
        : await followVoucher(tx, deps, { ownerId: order.userId, line, ...wish })
  }
}
