import { recordAudit } from '../../audit/commands'
import { type LoadedOrder, lockOrder } from '../../payments/commands/load-order'
import { mailDocuments } from '../../payments/commands/order-mails'
import type { Actor } from '../../shared/actor'
import type { Deps } from '../../shared/deps'
import { conflict, DomainError, forbidden, notFound } from '../../shared/errors'
import { can } from '../../shared/permissions'
import { reissueDocuments } from '../rules/reissue'
import { type BillingDetails, billingDetails, type ReissueInput } from '../schema'
import { buyerOf, issuedOf, payerNameOf, soldLinesOf } from './document-parts'
import { type Issued, writeDocuments } from './issue-documents'

/**
 * Puts other details of the buyer on the invoice of an order, the only way that an invoice may be
 * corrected: a credit note takes back what is still invoiced, and a new invoice says it again with
 * the new details, which later documents of the order carry too. Both are mailed to the buyer.
 *
 * Needs `document.correct`. Throws `precondition` (`nothing-invoiced`) when there is no invoice or
 * all of it was credited, and `conflict` (`billing-unchanged`) when the details are on it already,
 * so that sending the same twice is one correction. What the tax was worked out by cannot be corrected
 * away: `precondition` (`tax-country-fixed`) for another country than the order was taxed for, and
 * (`tax-number-fixed`) for no tax number where the buyer owes the tax.
 */
export async function reissueInvoice(
  deps: Pick<Deps, 'db' | 'clock' | 'appUrl'>,
  actor: Actor,
  { orderId, billing, reason }: ReissueInput,
): Promise<Issued[]> {
  if (!can(actor, 'document.correct')) throw forbidden()
  return await deps.db.$transaction(async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (!order) throw notFound('order')
    requireSameTax(order, billing)
    const suppliedAt = order.paidAt ?? deps.clock.now()
    const due = reissueDocuments(order.id, soldLinesOf(order), issuedOf(order), suppliedAt)
    if (!due) throw new DomainError('precondition', 'nothing-invoiced')
    const payerName = payerNameOf(await tx.stripeCharge.findMany({ where: { orderId } }))
    const before = buyerOf(order, payerName)
    const after = buyerOf({ ...order, billing }, payerName)
    if (JSON.stringify(before) === JSON.stringify(after)) throw conflict('billing-unchanged')
    await tx.order.update({ where: { id: orderId }, data: { billing }, select: { id: true } })
    const [credit, invoice] = due
    const issued = await writeDocuments(tx, deps, order, [
      { document: credit, buyer: before },
      { document: invoice, buyer: after },
    ])
    await recordAudit(tx, actor, {
      action: 'invoice.reissue',
      entityType: 'order',
      entityId: orderId,
      before: billingDetails.parse(before),
      after: { ...billing, documents: issued.map((document) => document.reference) },
      reason,
    })
    await mailDocuments(tx, order, issued, deps.appUrl)
    return issued
  })
}

/** The tax of the order was worked out for a country and, where the buyer owes it, for a tax number. */
function requireSameTax(order: LoadedOrder, billing: BillingDetails): void {
  if (order.buyerCountry !== null && billing.country !== order.buyerCountry) {
    throw new DomainError('precondition', 'tax-country-fixed')
  }
  const isReversed = order.lines.some((line) => line.taxReason === 'reverse_charge')
  if (isReversed && billing.taxNumber === null) {
    throw new DomainError('precondition', 'tax-number-fixed')
  }
}
