import type { LineUse } from '../../payments/rules/refund-promise'
import { priceOfUnused } from '../../seats/rules/seat-money'

export type RefundableLine = {
  id: string
  refundableMinor: bigint
  /** of seats: what all of them cost, and how they are used */
  amountMinor?: bigint
  use?: LineUse
}

/** An amount of a line, or the price of some of its unused seats. */
export type RefundPart = { orderLineId: string } & ({ amountMinor: bigint } | { seats: number })

export type RefundPlan =
  | {
      ok: true
      amountMinor: bigint
      lines: { orderLineId: string; amountMinor: bigint }[]
    }
  | {
      ok: false
      reason: 'refund-too-much' | 'refund-credited' | 'refund-seats-many' | 'line-unknown'
      orderLineId: string
    }

/**
 * Which amounts a refund takes from which lines. Without a wish, everything that is left: of each
 * line, or, when money came in that fits no line, of the order as a whole. A wish is checked against
 * what is left of its line and of the order; a line that counts for a program has nothing left, and of
 * seats only those go back that nobody ever took. Pure.
 */
export function planRefund(
  order: {
    refundableMinor: bigint
    creditedLineIds?: readonly string[]
    lines: readonly RefundableLine[]
  },
  wish: readonly RefundPart[] | null,
): RefundPlan {
  if (wish === null) {
    const lines = order.lines
      .filter((line) => line.refundableMinor > 0n)
      .map((line) => ({ orderLineId: line.id, amountMinor: line.refundableMinor }))
    const total = lines.reduce((sum, line) => sum + line.amountMinor, 0n)
    const fits = total === order.refundableMinor
    return { ok: true, amountMinor: order.refundableMinor, lines: fits ? lines : [] }
  }
  const lines: { orderLineId: string; amountMinor: bigint }[] = []
  let totalMinor = 0n
  for (const part of wish) {
    const { orderLineId } = part
    const line = order.lines.find((candidate) => candidate.id === orderLineId)
    if (!line) return { ok: false, reason: 'line-unknown', orderLineId }
    if (order.creditedLineIds?.includes(line.id)) {
      return { ok: false, reason: 'refund-credited', orderLineId }
    }
    const amountMinor = 'seats' in part ? priceOf(line, part.seats) : part.amountMinor
    if (amountMinor === null) return { ok: false, reason: 'refund-seats-many', orderLineId }
    totalMinor += amountMinor
    if (amountMinor > line.refundableMinor || totalMinor > order.refundableMinor) {
      return { ok: false, reason: 'refund-too-much', orderLineId }
    }
    lines.push({ orderLineId, amountMinor })
  }
  return { ok: true, amountMinor: totalMinor, lines }
}

/** The price of unused seats of a line; null when it has not as many. */
function priceOf(
  { refundableMinor, amountMinor = 0n, use }: RefundableLine,
  seats: number,
): bigint | null {
  if (use?.purpose !== 'seats') return null
  const { quantity } = use
  return priceOfUnused({ amountMinor, quantity, leftMinor: refundableMinor }, use, seats)
}
