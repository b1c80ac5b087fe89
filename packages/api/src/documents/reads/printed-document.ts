import type { DbOrTx } from '@archway/db/client'
import type { PrintedDocument } from '../pdf/wording'
import { type DocumentLine, fromStoredLine } from '../rules/document-lines'
import { buyerSnapshot, documentLine, sellerSnapshot } from '../schema'

/** A document as it is printed, or null when there is none with this id. Checks nobody's right to it. */
export async function getPrintedDocument(
  db: DbOrTx,
  documentId: string,
): Promise<(PrintedDocument & { lines: DocumentLine[] }) | null> {
  const row = await db.document.findUnique({
    where: { id: documentId },
    select: {
      reference: true,
      kind: true,
      cause: true,
      livemode: true,
      currency: true,
      netMinor: true,
      taxMinor: true,
      totalMinor: true,
      issuedAt: true,
      suppliedAt: true,
      seller: true,
      buyer: true,
      lines: true,
      order: { select: { number: true } },
      corrects: { select: { kind: true, reference: true } },
    },
  })
  if (!row) return null
  const { order, ...document } = row
  return {
    ...document,
    orderNumber: order.number,
    seller: sellerSnapshot.parse(row.seller),
    buyer: buyerSnapshot.parse(row.buyer),
    lines: documentLine.array().parse(row.lines).map(fromStoredLine),
  }
}
