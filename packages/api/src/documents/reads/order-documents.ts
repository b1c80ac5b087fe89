import type { DbOrTx } from '@archway/db/client'
import type { Actor } from '../../shared/actor'
import { notFound } from '../../shared/errors'
import { canReadDocument } from '../policy'
import { documentFileKey, documentFileName } from '../rules/file-key'
import { buyerSnapshot } from '../schema'

/**
 * The invoices and credit notes of an order, in the order in which they were issued. Throws
 * `not_found` for an order of somebody else.
 */
export async function listOrderDocuments(db: DbOrTx, actor: Actor, orderId: string) {
  const order = await db.order.findUnique({
    where: { id: orderId },
    select: {
      userId: true,
      documents: {
        orderBy: { ordinal: 'asc' },
        select: {
          id: true,
          kind: true,
          cause: true,
          reference: true,
          currency: true,
          totalMinor: true,
          issuedAt: true,
          buyer: true,
        },
      },
    },
  })
  if (!order || !canReadDocument(actor, order).ok) throw notFound('order')
  return order.documents.map((row) => ({ ...row, buyer: buyerSnapshot.parse(row.buyer) }))
}

/** Where the PDF of a document lies and what it is called. Throws `not_found` for somebody else's. */
export async function requireDocumentFile(db: DbOrTx, actor: Actor, documentId: string) {
  const document = await db.document.findUnique({
    where: { id: documentId },
    select: { id: true, reference: true, order: { select: { userId: true } } },
  })
  if (!document || !canReadDocument(actor, document.order).ok) throw notFound('document')
  return {
    documentId: document.id,
    key: documentFileKey(document.id),
    fileName: documentFileName(document.reference),
  }
}
