import type { StoredLine } from '../schema'
import type { DocumentKind } from '../states'

/** A line of a document in numbers: minor units, positive in both kinds of document. */
export type DocumentLine = {
  orderLineId: string
  title: string
  listMinor: bigint
  discountMinor: bigint
  netMinor: bigint
  taxMinor: bigint
  taxRateBps: number | null
  grossMinor: bigint
}

/** What is sold by an order line; `grossMinor` is what is paid for it, with `taxMinor` in it. */
export type SoldLine = Omit<DocumentLine, 'netMinor'>

/** The form that a document's row keeps. */
export const toStoredLine = (line: DocumentLine): StoredLine => ({
  ...line,
  listMinor: line.listMinor.toString(),
  discountMinor: line.discountMinor.toString(),
  netMinor: line.netMinor.toString(),
  taxMinor: line.taxMinor.toString(),
  grossMinor: line.grossMinor.toString(),
})

export const fromStoredLine = (line: StoredLine): DocumentLine => ({
  ...line,
  listMinor: BigInt(line.listMinor),
  discountMinor: BigInt(line.discountMinor),
  netMinor: BigInt(line.netMinor),
  taxMinor: BigInt(line.taxMinor),
  grossMinor: BigInt(line.grossMinor),
})

/** Sums of a document: they are sums of whole units, so nothing is rounded. */
export const totalsOf = (lines: readonly DocumentLine[]) =>
  lines.reduce(
    (sum, line) => ({
      netMinor: sum.netMinor + line.netMinor,
      taxMinor: sum.taxMinor + line.taxMinor,
      totalMinor: sum.totalMinor + line.grossMinor,
    }),
    { netMinor: 0n, taxMinor: 0n, totalMinor: 0n },
  )

/** The line of an invoice for what was sold. */
export const invoiceLine = (line: SoldLine): DocumentLine => ({
  ...line,
  netMinor: line.grossMinor - line.taxMinor,
})

/** What all documents of an order say of a line so far: invoiced and not yet credited. */
export type Outstanding = { grossMinor: bigint; taxMinor: bigint }

export function outstandingOf(
  documents: readonly { kind: DocumentKind; lines: readonly DocumentLine[] }[],
  orderLineId: string,
): Outstanding {
  const sum = { grossMinor: 0n, taxMinor: 0n }
  for (const { kind, lines } of documents) {
    const sign = kind === 'invoice' ? 1n : -1n
    for (const line of lines) {
      if (line.orderLineId !== orderLineId) continue
      sum.grossMinor += sign * line.grossMinor
      sum.taxMinor += sign * line.taxMinor
    }
  }
  return sum
}

/**
 * The line of a credit note that gives back a part of a line. The tax in it is the same part of the
 * tax that is outstanding, rounded down; the last part takes what is left, so all parts of a line
 * sum to its tax.
 */
export function creditLine(
  line: SoldLine,
  outstanding: Outstanding,
  grossMinor: bigint,
): DocumentLine {
  const taxMinor =
    outstanding.grossMinor === 0n
      ? 0n
      : (outstanding.taxMinor * grossMinor) / outstanding.grossMinor
  const isWhole = grossMinor === line.grossMinor
  return {
    ...line,
    listMinor: isWhole ? line.listMinor : grossMinor,
    discountMinor: isWhole ? line.discountMinor : 0n,
    netMinor: grossMinor - taxMinor,
    taxMinor,
    grossMinor,
  }
}
