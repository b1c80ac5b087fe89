import type { Allocation } from '../../payments/rules/allocate-refund'
import type { DerivedOrder } from '../../payments/rules/derive-order'
import { byAge, lesser } from '../../payments/rules/facts'
import { allocate } from '../../shared/money'
import { type DocumentCause, type DocumentKind, kindOf } from '../states'
import {
  creditLine,
  type DocumentLine,
  invoiceLine,
  outstandingOf,
  type SoldLine,
} from './document-lines'

/** A document that exists, as far as the next one depends on it. */
export type IssuedDocument = {
  kind: DocumentKind
  cause: DocumentCause
  externalId: string
  lines: readonly DocumentLine[]
}

/** A document that has to be written. `corrects` is the (cause, external id) of the one before it. */
export type DueDocument = IssuedDocument & {
  corrects: { cause: DocumentCause; externalId: string } | null
  suppliedAt: Date
}

export type DocumentFacts = {
  orderId: string
  lines: readonly SoldLine[]
  derived: Pick<DerivedOrder, 'status' | 'paidMinor' | 'paidAt'>
  refunds: readonly {
    id: string
    status: string
    createdAt: Date
    allocations: readonly Allocation[]
  }[]
  disputes: readonly { id: string; status: string; amountMinor: bigint; createdAt: Date }[]
  /** oldest first */
  issued: readonly IssuedDocument[]
  now: Date
}

/** Money that belongs to no sale: it is on its way back to who paid it. */
const withoutSale: readonly string[] = ['duplicate', 'cancelled']

/**
 * The documents that an order's facts call for and that are not there yet, in the order in which
 * they are to be numbered. One invoice for the sale once the ordered amount has come in; a credit
 * note for each refund that succeeded and each dispute that was lost, never for more than is still
 * invoiced; and when such a refund fails afterwards or the dispute is won on appeal, an invoice that
 * takes exactly that credit note back. The same facts with those documents issued call for nothing,
 * whatever order the facts came in. Pure.
 */
export function dueDocuments(facts: DocumentFacts): DueDocument[] {
  const book = new DocumentBook(facts)
  if (!book.sale()) return []
  const [refunds, disputes] = [byAge(facts.refunds), byAge(facts.disputes)]
  // What no longer holds goes first: what is invoiced again can be credited again.
  for (const refund of refunds) {
    const hasFailed = refund.status === 'failed' || refund.status === 'canceled'
    if (hasFailed) book.takeBack('refund', 'refund_failed', refund)
  }
  for (const dispute of disputes) {
    if (dispute.status === 'won') book.takeBack('dispute_lost', 'dispute_reinstated', dispute)
  }
  for (const refund of refunds) {
    if (refund.status === 'succeeded') book.credit('refund', refund, book.allocated(refund))
  }
  for (const dispute of disputes) {
    if (dispute.status === 'lost') book.credit('dispute_lost', dispute, book.spread(dispute))
  }
  return book.due
}

class DocumentBook {
  readonly due: DueDocument[] = []

  constructor(private readonly facts: DocumentFacts) {}

  private all(): readonly IssuedDocument[] {
    return [...this.facts.issued, ...this.due]
  }

  private of(cause: DocumentCause, id: string): IssuedDocument[] {
    return this.all().filter((row) => row.cause === cause && row.externalId.startsWith(`${id}:`))
  }

  private add(due: Omit<DueDocument, 'kind'>): void {
    if (due.lines.length > 0) this.due.push({ ...due, kind: kindOf(due.cause) })
  }

  /** Makes the invoice due when the order is paid. Whether there is one, or will be. */
  sale(): boolean {
    const { derived, lines, orderId } = this.facts
    if (this.all().some((row) => row.cause === 'sale')) return true
    if (derived.paidMinor === 0n || !derived.paidAt || withoutSale.includes(derived.status)) {
      return false
    }
    this.add({
      cause: 'sale',
      externalId: orderId,
      corrects: null,
      suppliedAt: derived.paidAt,
      lines: lines.map(invoiceLine),
    })
    return true
  }

  private left(): bigint[] {
    return this.facts.lines.map((line) => outstandingOf(this.all(), line.orderLineId).grossMinor)
  }

  /** What a refund gives back of each line, at most what is still invoiced. */
  allocated(refund: { allocations: readonly Allocation[] }): bigint[] {
    return this.left().map((left, index) => {
      const id = this.facts.lines[index]?.orderLineId
      const parts = refund.allocations.filter((part) => part.orderLineId === id)
      return lesser(
        left,
        parts.reduce((sum, part) => sum + part.amountMinor, 0n),
      )
    })
  }

  /** A disputed amount over what is still invoiced, at most all of it. */
  spread(dispute: { amountMinor: bigint }): bigint[] {
    const left = this.left()
    const total = left.reduce((sum, part) => sum + part, 0n)
    return total === 0n ? left : allocate(lesser(dispute.amountMinor, total), left)
  }

  /** Credits the parts of the lines, unless a credit note for it stands. */
  credit(
    cause: 'refund' | 'dispute_lost',
    { id, createdAt }: { id: string; createdAt: Date },
    parts: readonly bigint[],
  ): void {
    const back = cause === 'refund' ? 'refund_failed' : 'dispute_reinstated'
    const credits = this.of(cause, id).length
    if (credits > this.of(back, id).length) return
    const lines = this.facts.lines.flatMap((line, index) => {
      const part = parts[index] ?? 0n
      const outstanding = outstandingOf(this.all(), line.orderLineId)
      return part > 0n ? creditLine(line, outstanding, part) : []
    })
    const invoice = this.all().findLast((row) => row.cause === 'sale' || row.cause === 'reissue')
    this.add({
      cause,
      externalId: `${id}:${credits + 1}`,
      corrects: invoice ? { cause: invoice.cause, externalId: invoice.externalId } : null,
      suppliedAt: createdAt,
      lines,
    })
  }

  /** Invoices again what a credit note gave back, when one stands. */
  takeBack(
    cause: 'refund' | 'dispute_lost',
    back: 'refund_failed' | 'dispute_reinstated',
    { id }: { id: string },
  ): void {
    const credits = this.of(cause, id)
    const last = credits.at(-1)
    if (!last || credits.length <= this.of(back, id).length) return
    this.add({
      cause: back,
      externalId: `${id}:${credits.length}`,
      corrects: { cause, externalId: last.externalId },
      suppliedAt: this.facts.now,
      lines: last.lines,
    })
  }
}
