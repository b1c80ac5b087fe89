import type { Tx } from '@archway/db/client'
import { applyGrants } from '../../../enrolments/commands/apply-grants'
import type { Deps } from '../../../shared/deps'
import type { LoadedOrder } from '../load-order'
import type { LineWish, PaidLine } from './line-wish'

/**
 * Access of the buyer: the line is the cause of its grants; what nobody has claimed yet gives none. Returns
 * whether anything changed.
 */
export async function followAccess(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  order: LoadedOrder,
  line: PaidLine,
  { state, stateReason, opensAt }: LineWish,
): Promise<boolean> {
  if (order.userId === null) return false
  return await applyGrants(tx, deps, {
    userId: order.userId,
    offeringId: line.offeringId,
    sourceType: 'order_line',
    sourceId: line.id,
    state,
    stateReason,
    startsAt: opensAt,
  })
}
