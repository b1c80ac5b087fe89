import type { TaxReason } from '../../tax/states'
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
  /** null where no tax is charged */
  taxRateBps: number | null
  taxName: string | null
  taxCountry: string | null
  /** why it is taxed so; null in documents from before there was tax */
  taxReason: TaxReason | null
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

/** The tax that is given back of a line when so much of it is: the same part, rounded down. */
const taxTaken = (line: SoldLine, takenMinor: bigint): bigint =>
  line.grossMinor === 0n ? 0n : (line.taxMinor * takenMinor) / line.grossMinor

/**
 * The line of a credit note that gives back a part of a line. With it the documents have given back as
 * much tax as the ledger has for that part of the line, whatever was credited and taken back before;
 * the last part takes what is left, so all parts of a line sum to its tax.
 */
export const creditLine = (
  line: SoldLine,
  outstanding: Outstanding,
  grossMinor: bigint,
): DocumentLine =>
  partOf(
    line,
    grossMinor,
    outstanding.taxMinor -
      (line.taxMinor - taxTaken(line, line.grossMinor - outstanding.grossMinor + grossMinor)),
  )

/** The line of an invoice over a part that was credited before and is owed again after all. */
export const invoiceAgainLine = (
  line: SoldLine,
  outstanding: Outstanding,
  grossMinor: bigint,
): DocumentLine =>
  partOf(
    line,
    grossMinor,
    line.taxMinor -
      taxTaken(line, line.grossMinor - outstanding.grossMinor - grossMinor) -
      outstanding.taxMinor,
  )

function partOf(line: SoldLine, grossMinor: bigint, taxMinor: bigint): DocumentLine {
  const isWhole = grossMinor === line.grossMinor
  // A price that was without its tax is printed without it here too.
  const isTaxIncluded = line.listMinor - line.discountMinor === line.grossMinor
  return {
    ...line,
    listMinor: isWhole ? line.listMinor : isTaxIncluded ? grossMinor : grossMinor - taxMinor,
    discountMinor: isWhole ? line.discountMinor : 0n,
    netMinor: grossMinor - taxMinor,
    taxMinor,
    grossMinor,
  }
}
