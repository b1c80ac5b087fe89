import { allocate } from '../../shared/money'
import { isActiveRefund, lesser, type RefundFact, sumMinor } from './facts'

export type Allocation = { orderLineId: string; amountMinor: bigint }
export type AllocatedRefund = Pick<RefundFact, 'id' | 'status' | 'commandId'> & {
  allocations: readonly Allocation[]
}
export type LineAmount = { id: string; amountMinor: bigint }

/** How much of each line was given back by refunds that stand, in the order of the lines. */
export function refundedPerLine(
  lines: readonly LineAmount[],
  refunds: readonly AllocatedRefund[],
): bigint[] {
  const standing = refunds.filter(isActiveRefund).flatMap((refund) => refund.allocations)
  return lines.map((line) =>
    sumMinor(standing.filter((allocation) => allocation.orderLineId === line.id)),
  )
}

/**
 * Which lines a refund belongs to. As the command said when it adds up; otherwise (made in Stripe's
 * dashboard, or over the whole order) in proportion to what is left of each line, summing exactly to
 * the refund, or to what is left when that is less. Parts of zero are left out.
 */
export function allocateRefund(
  lines: readonly LineAmount[],
  earlier: readonly AllocatedRefund[],
  amountMinor: bigint,
  wanted: readonly Allocation[],
): Allocation[] {
  if (wanted.length > 0 && sumMinor(wanted) === amountMinor) return [...wanted]
  const refunded = refundedPerLine(lines, earlier)
  const left = lines.map((line, index) => {
    const rest = line.amountMinor - (refunded[index] ?? 0n)
    return rest > 0n ? rest : 0n
  })
  const total = left.reduce((sum, rest) => sum + rest, 0n)
  if (total === 0n) return []
  return allocate(lesser(amountMinor, total), left)
    .map((part, index) => ({ orderLineId: lines[index]?.id ?? '', amountMinor: part }))
    .filter((allocation) => allocation.amountMinor > 0n)
}

/**
 * Whether a line's access goes with the money given back on it: its whole price was returned, and
 * at least one refund named the line. A refund that nobody allocated takes access only when it
 * empties the order, which deriveOrder says.
 */
export function isLineTaken(line: LineAmount, refunds: readonly AllocatedRefund[]): boolean {
  const standing = refunds.filter(
    (refund) =>
      isActiveRefund(refund) && refund.allocations.some((part) => part.orderLineId === line.id),
  )
  if (!standing.some((refund) => refund.commandId !== null)) return false
  const [refunded] = refundedPerLine([line], standing)
  return (refunded ?? 0n) >= line.amountMinor
}
