import type { Tx } from '@archway/db/client'
import type { LoadedOrder } from '../../payments/commands/load-order'
import type { AllocatedRefund } from '../../payments/rules/allocate-refund'
import type { DerivedOrder } from '../../payments/rules/derive-order'
import type { StripeFacts } from '../../payments/rules/facts'
import type { Deps } from '../../shared/deps'
import { type DueDocument, dueDocuments } from '../rules/due-documents'
import type { BuyerSnapshot } from '../schema'
import type { DocumentCause } from '../states'
import { buyerOf, issuedOf, payerNameOf, soldLinesOf } from './document-parts'
import { writeDocument } from './write-document'

export type Issued = { id: string; reference: string; cause: DocumentCause; externalId: string }

/**
 * Writes the documents that an order's facts call for and that are missing, in the transaction that
 * stores the facts, with the order locked. Returns what was written now. Safe to repeat: facts whose
 * documents exist call for nothing. Comes late in a commit, for it holds the series until its end.
 */
export async function issueDocuments(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  order: LoadedOrder,
  derived: DerivedOrder,
  facts: StripeFacts,
  refunds: readonly AllocatedRefund[],
): Promise<Issued[]> {
  const allocations = new Map(refunds.map((refund) => [refund.id, refund.allocations]))
  const due = dueDocuments({
    orderId: order.id,
    lines: soldLinesOf(order),
    derived,
    refunds: facts.refunds.map((fact) => ({
      ...fact,
      allocations: allocations.get(fact.id) ?? [],
    })),
    disputes: facts.disputes,
    issued: issuedOf(order),
    now: deps.clock.now(),
  })
  return await writeDocuments(
    tx,
    deps,
    order,
    due.map((document) => ({ document, buyer: buyerOf(order, payerNameOf(facts.charges)) })),
  )
}

/** Writes documents one after the other, each pointing at the one that it corrects. */
export async function writeDocuments(
  tx: Tx,
  deps: Pick<Deps, 'clock'>,
  order: LoadedOrder,
  due: readonly { document: DueDocument; buyer: BuyerSnapshot }[],
): Promise<Issued[]> {
  const issued: Issued[] = []
  for (const { document, buyer } of due) {
    const { corrects, cause, externalId } = document
    const corrected = [...order.documents, ...issued].find(
      (row) => row.cause === corrects?.cause && row.externalId === corrects.externalId,
    )
    const written = await writeDocument(tx, deps, order, buyer, document, corrected?.id ?? null)
    issued.push({ ...written, cause, externalId })
  }
  return issued
}
