import type { LoadedOrder } from '../../payments/commands/load-order'
import { fromStoredLine, type SoldLine } from '../rules/document-lines'
import type { IssuedDocument } from '../rules/due-documents'
import { type BuyerSnapshot, billingDetails, documentLine } from '../schema'

/** Who buys, as entered when the order was placed; the account's name when nothing was. */
export function buyerOf(order: Pick<LoadedOrder, 'billing' | 'user' | 'email'>): BuyerSnapshot {
  const billing = billingDetails.parse(order.billing ?? {})
  return { ...billing, name: billing.name ?? order.user.name, email: order.email }
}

/** What an order sold. No line carries tax yet: the column comes with the prices that have it. */
export const soldLinesOf = (order: Pick<LoadedOrder, 'lines'>): SoldLine[] =>
  order.lines.map((line) => ({
    orderLineId: line.id,
    title: line.title,
    listMinor: line.listMinor,
    discountMinor: line.discountMinor,
    taxMinor: 0n,
    taxRateBps: null,
    grossMinor: line.amountMinor,
  }))

/** The documents that an order has, in the form of the rules. */
export const issuedOf = (order: Pick<LoadedOrder, 'documents'>): IssuedDocument[] =>
  order.documents.map((row) => ({
    ...row,
    lines: documentLine.array().parse(row.lines).map(fromStoredLine),
  }))
