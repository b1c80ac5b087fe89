import type { LoadedOrder } from '../../payments/commands/load-order'
import { fromStoredLine, type SoldLine } from '../rules/document-lines'
import type { IssuedDocument } from '../rules/due-documents'
import { type BuyerSnapshot, billingDetails, documentLine } from '../schema'

/**
 * Who buys, as entered when the order was placed; the account's name when nothing was, and of a guest the
 * name that was given with the payment, which `payerName` is.
 */
export function buyerOf(
  order: Pick<LoadedOrder, 'billing' | 'user' | 'email' | 'guestKey'>,
  payerName: string | null,
): BuyerSnapshot {
  const billing = billingDetails.parse(order.billing ?? {})
  const name = billing.name ?? (order.guestKey === null ? (order.user?.name ?? null) : payerName)
  return { ...billing, name, email: order.email }
}

/** The name on the payment that came through. */
export const payerNameOf = (
  charges: readonly { status: string; billingName: string | null }[],
): string | null => charges.find((charge) => charge.status === 'succeeded')?.billingName ?? null

/** What a document calls a line: with the bundle that it is a part of, and with what was paid before. */
function lineTitle({ title, bundle, credits }: DocumentedLine): string {
  const paidBefore = credits.map(({ sourceLine }) => sourceLine.title).join(', ')
  return [
    title,
    ...(bundle ? [`part of ${bundle.title}`] : []),
    ...(paidBefore === '' ? [] : [`less what was paid for ${paidBefore}`]),
  ].join(', ')
}

type DocumentedLine = Pick<LoadedOrder['lines'][number], 'title' | 'bundle' | 'credits'>

/** What an order sold, each line with the tax that its price contains or that was added. */
export const soldLinesOf = (order: Pick<LoadedOrder, 'lines'>): SoldLine[] =>
  order.lines.map((line) => ({
    orderLineId: line.id,
    title: lineTitle(line),
    listMinor: line.listMinor,
    discountMinor: line.discountMinor,
    taxMinor: line.taxMinor,
    taxRateBps: line.taxRateBps,
    taxName: line.taxName,
    taxCountry: line.taxCountry,
    taxReason: line.taxReason,
    grossMinor: line.amountMinor,
  }))

/** The documents that an order has, in the form of the rules. */
export const issuedOf = (order: Pick<LoadedOrder, 'documents'>): IssuedDocument[] =>
  order.documents.map((row) => ({
    ...row,
    lines: documentLine.array().parse(row.lines).map(fromStoredLine),
  }))
