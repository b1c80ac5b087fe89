import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { type AllocatedRefund, isLineTaken, refundedPerLine } from '../rules/allocate-refund'
import type { DerivedOrder } from '../rules/derive-order'
import { followLine } from './follow-line/follow-line'
import type { LineWish } from './follow-line/line-wish'
import { duplicateLines, type LoadedOrder, refundCommandsOf } from './load-order'

function wishFor(
  derived: DerivedOrder,
  line: { isDuplicate: boolean; isTaken: boolean },
): Omit<LineWish, 'refundedMinor'> {
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

/** What went back on a line, and what we asked Stripe to give back and it has not shown yet. */
function givenBackOn(
  order: LoadedOrder,
  line: LoadedOrder['lines'][number],
  refunds: readonly AllocatedRefund[],
): bigint {
  const seen = new Set(refunds.map((refund) => refund.commandId))
  const underway = refundCommandsOf(order)
    .filter((command) => command.state !== 'failed' && !seen.has(command.id))
    .flatMap((command) => command.params.lines)
    .filter((part) => part.orderLineId === line.id)
  const [refunded = 0n] = refundedPerLine([line], refunds)
  return underway.reduce((sum, part) => sum + BigInt(part.amountMinor), refunded)
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
    const refundedMinor = givenBackOn(order, line, refunds)
    const changed = await followLine(tx, deps, order, line, { ...wish, refundedMinor })
    hasChanged ||= changed
  }
  return { hasChanged, closedLineIds }
}
