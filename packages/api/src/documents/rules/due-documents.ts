import type { Allocation } from '../../payments/rules/allocate-refund'
import type { DerivedOrder } from '../../payments/rules/derive-order'
import { byAge, lesser, sumMinor } from '../../payments/rules/facts'
import { allocate } from '../../shared/money'
import { type DocumentCause, type DocumentKind, kindOf } from '../states'
import {
  creditLine,
  type DocumentLine,
  invoiceAgainLine,
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
 * invoiced (should more be invoiced later, another over the rest); and when such a refund fails
 * afterwards or the dispute is won on appeal, an invoice that takes exactly that credit note back. The same facts with those documents issued call for nothing,
 * whatever order the facts came in. Pure.
 */
export function dueDocuments(facts: DocumentFacts): DueDocument[] {
  const book = new DocumentBook(facts)
  if (!book.sale()) return []
  const [refunds, disputes] = [byAge(facts.refunds), byAge(facts.disputes)]
  // What no longer holds goes first: what is invoiced again can be credited again.
  for (const refund of refunds) {
    const hasFailed = refund.status === 'failed' || refund.status === 'canceled'
    if (hasFailed) book.takeBack('refund', refund)
  }
  for (const dispute of disputes) {
    if (dispute.status === 'won') book.takeBack('dispute_lost', dispute)
  }
  for (const refund of refunds) {
    if (refund.status === 'succeeded') book.credit('refund', refund, book.refunded(refund))
  }
  for (const dispute of disputes) {
    if (dispute.status === 'lost') book.credit('dispute_lost', dispute, book.disputed(dispute))
  }
  return book.due
}

type CreditCause = 'refund' | 'dispute_lost'

/** Why a credit note is taken back. */
const backOf = { refund: 'refund_failed', dispute_lost: 'dispute_reinstated' } as const

const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)

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

  /** What the credit notes of a refund or dispute that still hold have given back of each line. */
  private credited(cause: CreditCause, id: string): bigint[] {
    const credits = this.of(cause, id).map((row) => ({ ...row, kind: 'invoice' as const }))
    const backs = this.of(backOf[cause], id).map((row) => ({
      ...row,
      kind: 'credit_note' as const,
    }))
    return this.facts.lines.map(
      (line) => outstandingOf([...credits, ...backs], line.orderLineId).grossMinor,
    )
  }

  /**
   * What a refund gives back of each line and is not credited yet, at most what is invoiced. Two refunds that
   * did not know of each other can give back more than a line cost: the rest is of the other lines' money.
   */
  refunded(refund: { id: string; allocations: readonly Allocation[] }): bigint[] {
    const credited = this.credited('refund', refund.id)
    const left = this.left()
    const parts = left.map((most, index) => {
      const id = this.facts.lines[index]?.orderLineId
      const meant = refund.allocations.filter((part) => part.orderLineId === id)
      const part = lesser(most, sumMinor(meant) - (credited[index] ?? 0n))
      return part > 0n ? part : 0n
    })
    const beyond = sumMinor(refund.allocations) - sum(credited) - sum(parts)
    const others = left.map((most, index) => most - (parts[index] ?? 0n))
    const rest = lesser(beyond, sum(others))
    if (rest <= 0n) return parts
    return allocate(rest, others).map((part, index) => part + (parts[index] ?? 0n))
  }

  /** What of a disputed amount is not credited yet, over what is still invoiced. */
  disputed(dispute: { id: string; amountMinor: bigint }): bigint[] {
    const left = this.left()
    const total = sum(left)
    const rest = lesser(dispute.amountMinor - sum(this.credited('dispute_lost', dispute.id)), total)
    return rest > 0n ? allocate(rest, left) : left.map(() => 0n)
  }

  /** Credits the parts of the lines. */
  credit(
    cause: CreditCause,
    { id, createdAt }: { id: string; createdAt: Date },
    parts: readonly bigint[],
  ): void {
    const lines = this.facts.lines.flatMap((line, index) => {
      const part = parts[index] ?? 0n
      const outstanding = outstandingOf(this.all(), line.orderLineId)
      return part > 0n ? creditLine(line, outstanding, part) : []
    })
    const invoice = this.all().findLast((row) => row.cause === 'sale' || row.cause === 'reissue')
    this.add({
      cause,
      externalId: `${id}:${this.of(cause, id).length + 1}`,
      corrects: invoice ? { cause: invoice.cause, externalId: invoice.externalId } : null,
      suppliedAt: createdAt,
      lines,
    })
  }

  /**
   * Invoices again what each credit note gave back that still stands. What is credited of a line
   * besides may move a unit between net and tax; what is paid for it is the same to the unit.
   */
  takeBack(cause: CreditCause, { id }: { id: string }): void {
    const taken = this.of(backOf[cause], id).map((row) => row.externalId)
    for (const { externalId, lines } of this.of(cause, id)) {
      if (taken.includes(externalId)) continue
      this.add({
        cause: backOf[cause],
        externalId,
        corrects: { cause, externalId },
        suppliedAt: this.facts.now,
        lines: lines.flatMap((credited) => {
          const line = this.facts.lines.find((row) => row.orderLineId === credited.orderLineId)
          const outstanding = outstandingOf(this.all(), credited.orderLineId)
          return line ? invoiceAgainLine(line, outstanding, credited.grossMinor) : []
        }),
      })
    }
  }
}
