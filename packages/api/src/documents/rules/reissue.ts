import { creditLine, outstandingOf, type SoldLine } from './document-lines'
import type { DueDocument, IssuedDocument } from './due-documents'

/**
 * The two documents that put another buyer on an order's invoice: a credit note over all that is
 * still invoiced, and an invoice over exactly the same. None when nothing is invoiced. Pure.
 */
export function reissueDocuments(
  orderId: string,
  lines: readonly SoldLine[],
  issued: readonly IssuedDocument[],
  suppliedAt: Date,
): [DueDocument, DueDocument] | null {
  const invoice = issued.findLast((row) => row.cause === 'sale' || row.cause === 'reissue')
  const left = lines.flatMap((line) => {
    const outstanding = outstandingOf(issued, line.orderLineId)
    return outstanding.grossMinor > 0n ? creditLine(line, outstanding, outstanding.grossMinor) : []
  })
  if (!invoice || left.length === 0) return null
  const externalId = `${orderId}:${issued.filter((row) => row.cause === 'reissue').length + 1}`
  const { cause } = invoice
  return [
    {
      kind: 'credit_note',
      cause: 'correction',
      externalId,
      corrects: { cause, externalId: invoice.externalId },
      suppliedAt,
      lines: left,
    },
    {
      kind: 'invoice',
      cause: 'reissue',
      externalId,
      corrects: { cause: 'correction', externalId },
      suppliedAt,
      lines: left,
    },
  ]
}
