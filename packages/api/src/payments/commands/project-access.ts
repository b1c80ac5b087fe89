import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { type AllocatedRefund, isLineTaken } from '../rules/allocate-refund'
import type { DerivedOrder } from '../rules/derive-order'
import { followLine } from './follow-line/follow-line'
import type { LineWish } from './follow-line/line-wish'
import { duplicateLines, type LoadedOrder } from './load-order'

function wishFor(
  derived: DerivedOrder,
  line: { isDuplicate: boolean; isTaken: boolean },
): LineWish {
  if (line.isDuplicate) return { state: 'revoked', stateReason: 'order-duplicate' }
  if (derived.access === 'taken') {
    const isLost = derived.status === 'charged_back'
    return { state: 'revoked', stateReason: isLost ? 'dispute-lost' : 'order-refunded' }
  }
  if (derived.access === 'none') return { state: 'revoked', stateReason: 'order-unpaid' }
  if (line.isTaken) return { state: 'revoked', stateReason: 'order-refunded' }
  if (derived.access === 'held') {
    const isDispute = derived.status === 'disputed'
    return { state: 'suspended', stateReason: isDispute ? 'dispute-open' : 'account-closed' }
  }
  return { state: 'active', stateReason: null }
}

/**
 * Makes access follow the order: what each line bought is given, held, taken or given again as the
 * order's state says. Returns whether access was given for the first time or changed, and the lines
 * that have none now.
 */
export async function projectAccess(
  tx: Tx,
  deps: Pick<Deps, 'clock' | 'appUrl'>,
  order: LoadedOrder,
  derived: DerivedOrder,
  refunds: readonly AllocatedRefund[],
): Promise<{ hasChanged: boolean; closedLineIds: Set<string> }> {
  const duplicates = duplicateLines(order)
  const closedLineIds = new Set<string>()
  let hasChanged = false
  for (const line of order.lines) {
    const wish = wishFor(derived, {
      isDuplicate: duplicates.has(line.id),
      isTaken: isLineTaken(line, refunds),
    })
    if (wish.state === 'revoked') closedLineIds.add(line.id)
    const changed = await followLine(tx, deps, order, line, wish)
    hasChanged ||= changed
  }
  return { hasChanged, closedLineIds }
}
