import type { Tx } from '@archway/db/client'
import type { Deps } from '../../shared/deps'
import { type AllocatedRefund, isLineTaken, refundedPerLine } from '../rules/allocate-refund'
import type { DerivedOrder } from '../rules/derive-order'
import { lineStanding } from '../rules/line-standing'
import { accessOpensAt } from '../rules/refund-promise'
import { refundTerms } from '../schema'
import { followLine } from './follow-line/follow-line'
import { duplicateLines, type LoadedOrder, refundCommandsOf } from './load-order'

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

/** Who keeps the right of withdrawal gets access when it has ended. */
function opensAtOf(
  order: LoadedOrder,
  line: LoadedOrder['lines'][number],
  derived: DerivedOrder,
): Date | null {
  const paidAt = order.paidAt ?? derived.paidAt
  if (line.purpose !== 'access' || line.amountMinor === 0n || paidAt === null) return null
  const terms = refundTerms.parse(line.refundPromise)
  return accessOpensAt(terms, { purpose: 'access' }, { paidAt, waivedAt: order.waivedAt })
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
  if (order.subscription) return accessOfInvoice(order, derived)
  const duplicates = duplicateLines(order)
  const closedLineIds = new Set<string>()
  let hasChanged = false
  for (const line of order.lines) {
    const wish = lineStanding(derived, {
      isDuplicate: duplicates.has(line.id),
      isTaken: isLineTaken(line, refunds),
    })
    if (wish.state === 'revoked') closedLineIds.add(line.id)
    const refundedMinor = givenBackOn(order, line, refunds)
    const opensAt = opensAtOf(order, line, derived)
    const changed = await followLine(tx, deps, order, line, { ...wish, refundedMinor, opensAt })
    hasChanged ||= changed
  }
  return { hasChanged, closedLineIds }
}

/**
 * What an invoice of a membership paid for is opened by the membership, which looks at its orders. The first
 * that is seen of it may be a dispute, so that it counts as given only when that has been won.
 */
function accessOfInvoice(order: LoadedOrder, derived: DerivedOrder) {
  const isClosed = derived.access === 'taken' || derived.access === 'none'
  const stoodPaid = order.status === 'paid' || order.status === 'partially_refunded'
  return {
    hasChanged: derived.access === 'active' && !stoodPaid,
    closedLineIds: new Set(isClosed ? order.lines.map((line) => line.id) : []),
  }
}
