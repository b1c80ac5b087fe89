import type { RefundPart } from '@archway/api/orders/rules/plan-refund'
import { parseMoney } from '@archway/api/shared/money'

export type RefundLine = {
  id: string
  title: string
  refundableMinor: bigint
  /** of seats: how many nobody ever took */
  unusedSeats: number
}

export type RefundWish = {
  /** what is wanted of which lines, ready to be sent; null while something is wrong or nothing is given */
  lines: RefundPart[] | null
  /** by line id: what is wrong with what was typed */
  problems: Record<string, 'not-an-amount' | 'too-much' | 'not-a-number' | 'too-many'>
}

/** Reads the amounts that were typed per line; empty means none of that line. Pure. */
export function readAmounts(
  lines: readonly RefundLine[],
  typed: Readonly<Record<string, string>>,
  currency: string,
): RefundWish {
  const problems: RefundWish['problems'] = {}
  const wanted: RefundPart[] = []
  for (const line of lines) {
    const text = (typed[line.id] ?? '').trim()
    if (text === '') continue
    const amountMinor = parseMoney(text, currency)
    if (amountMinor === null) problems[line.id] = 'not-an-amount'
    else if (amountMinor > line.refundableMinor) problems[line.id] = 'too-much'
    else if (amountMinor > 0n) wanted.push({ orderLineId: line.id, amountMinor })
  }
  return usable(wanted, problems)
}

/** Reads how many unused seats were typed per line; empty means none of that line. Pure. */
export function readSeats(
  lines: readonly RefundLine[],
  typed: Readonly<Record<string, string>>,
): RefundWish {
  const problems: RefundWish['problems'] = {}
  const wanted: RefundPart[] = []
  for (const line of lines) {
    const text = (typed[line.id] ?? '').trim()
    if (text === '') continue
    const seats = /^\d{1,3}$/.test(text) ? Number(text) : null
    if (seats === null) problems[line.id] = 'not-a-number'
    else if (seats > line.unusedSeats) problems[line.id] = 'too-many'
    else if (seats > 0) wanted.push({ orderLineId: line.id, seats })
  }
  return usable(wanted, problems)
}

const usable = (wanted: RefundPart[], problems: RefundWish['problems']): RefundWish => ({
  lines: wanted.length > 0 && Object.keys(problems).length === 0 ? wanted : null,
  problems,
})
