export type RefundableLine = { id: string; refundableMinor: bigint }

export type RefundPlan =
  | {
      ok: true
      amountMinor: bigint
      lines: { orderLineId: string; amountMinor: bigint }[]
    }
  | {
      ok: false
      reason: 'refund-too-much' | 'refund-credited' | 'line-unknown'
      orderLineId: string
    }

/**
 * Which amounts a refund takes from which lines. Without a wish, everything that is left: of each
 * line, or, when money came in that fits no line, of the order as a whole. A wish is checked against
 * what is left of its line and of the order; a line that counts for a program has nothing left. Pure.
 */
export function planRefund(
  order: {
    refundableMinor: bigint
    creditedLineIds?: readonly string[]
    lines: readonly RefundableLine[]
  },
  wish: readonly { orderLineId: string; amountMinor: bigint }[] | null,
): RefundPlan {
  if (wish === null) {
    const lines = order.lines
      .filter((line) => line.refundableMinor > 0n)
      .map((line) => ({ orderLineId: line.id, amountMinor: line.refundableMinor }))
    const total = lines.reduce((sum, line) => sum + line.amountMinor, 0n)
    const fits = total === order.refundableMinor
    return { ok: true, amountMinor: order.refundableMinor, lines: fits ? lines : [] }
  }
  let amountMinor = 0n
  for (const part of wish) {
    const line = order.lines.find((candidate) => candidate.id === part.orderLineId)
    if (!line) return { ok: false, reason: 'line-unknown', orderLineId: part.orderLineId }
    if (order.creditedLineIds?.includes(line.id)) {
      return { ok: false, reason: 'refund-credited', orderLineId: line.id }
    }
    amountMinor += part.amountMinor
    if (part.amountMinor > line.refundableMinor || amountMinor > order.refundableMinor) {
      return { ok: false, reason: 'refund-too-much', orderLineId: part.orderLineId }
    }
  }
  return { ok: true, amountMinor, lines: [...wish] }
}
