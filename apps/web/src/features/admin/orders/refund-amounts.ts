import { parseMoney } from '@archway/api/shared/money'

export type RefundLine = { id: string; title: string; refundableMinor: bigint }

export type RefundWish = {
  /** lines with an amount, ready to be sent; null while something is wrong or nothing is given */
  lines: { orderLineId: string; amountMinor: bigint }[] | null
  /** by line id: what is wrong with what was typed */
  problems: Record<string, 'not-an-amount' | 'too-much'>
}

/** Reads the amounts that were typed per line; empty means none of that line. Pure. */
export function readAmounts(
  lines: readonly RefundLine[],
  typed: Readonly<Record<string, string>>,
  currency: string,
): RefundWish {
  const problems: RefundWish['problems'] = {}
  const wanted: { orderLineId: string; amountMinor: bigint }[] = []
  for (const line of lines) {
    const text = (typed[line.id] ?? '').trim()
    if (text === '') continue
    const amountMinor = parseMoney(text, currency)
    if (amountMinor === null) problems[line.id] = 'not-an-amount'
    else if (amountMinor > line.refundableMinor) problems[line.id] = 'too-much'
    else if (amountMinor > 0n) wanted.push({ orderLineId: line.id, amountMinor })
  }
  const isUsable = wanted.length > 0 && Object.keys(problems).length === 0
  return { lines: isUsable ? wanted : null, problems }
}
