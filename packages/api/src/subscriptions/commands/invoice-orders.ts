import type { Tx } from '@archway/db/client'
import { getBilling } from '../../documents/reads/billing'
import { markDirty } from '../../payments/commands/mark-dirty'
import { orderTargetKey } from '../../payments/rules/event-target'
import { hasRightOfWithdrawal } from '../../payments/rules/withdrawal'
import type { SubscriptionFacts } from '../rules/facts'
import { invoiceTitle, isSale, membershipRefundTerms } from '../rules/invoice-order'
import type { LoadedSubscription } from './load-subscription'
import type { SalesTax } from './tax-sales'

/**
 * Makes an order of each invoice that money was taken for, once: charge, fee, refunds, disputes,
 * documents, tax and ledger of it are then an order's like any other. The whole amount is the platform's: no
 * provider has a share in a membership. Only orders that are new are noted, so that whoever holds an
 * order's target never waits for one who waits for it. Safe to repeat: unique per invoice.
 */
export async function writeInvoiceOrders(
  tx: Tx,
  subscription: LoadedSubscription,
  { invoices }: SubscriptionFacts,
  taxes: SalesTax,
  now: Date,
): Promise<void> {
  const known = new Set(subscription.orders.map((order) => order.stripeInvoiceId))
  const sales = invoices
    .filter(isSale)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const fresh = sales.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  const kept = await getBilling(tx, subscription.userId)
  for (const invoice of fresh) {
    const tax = taxes.get(invoice.id)
    if (!tax) throw new Error(`invoice ${invoice.id} without its tax`)
    const { country, taxNumberStatus } = tax.quoted
    // The invoice says of the buyer what the tax was worked out for.
    const billing =
      country === null
        ? (kept ?? undefined)
        : { ...kept, country, taxNumber: subscription.taxNumber }
    const isFirst = invoice.id === sales[0]?.id
    const hasWithdrawal = hasRightOfWithdrawal(tax.quoted)
    const { waivedAt, waiverVersion } = subscription
    const { amountPaidMinor: amountMinor, paidAt, createdAt } = invoice
    const { id } = await tx.order.create({
      data: {
        userId: subscription.userId,
        email: subscription.email,
        currency: invoice.currency,
        subtotalMinor: amountMinor,
        taxMinor: tax.line.taxMinor,
        totalMinor: amountMinor,
        buyerCountry: country,
        buyerRegion: tax.quoted.region,
        buyerPostalCode: tax.quoted.postalCode,
        ipCountry: subscription.ipCountry,
        taxNumberStatus,
        taxCalculationId: tax.calculationId,
        ...(isFirst && waivedAt ? { waivedAt, waiverVersion } : {}),
        status: 'processing',
        cartHash: invoice.id,
        billing,
        livemode: subscription.livemode,
        ipAddress: subscription.ipAddress,
        subscriptionId: subscription.id,
        stripeInvoiceId: invoice.id,
        paymentIntentId: invoice.paymentIntentId,
        expiresAt: paidAt ?? createdAt,
        createdAt,
        lines: {
          create: {
            position: 0,
            offeringId: subscription.offeringId,
            priceId: subscription.priceId,
            title: invoiceTitle(subscription.offering.title, invoice),
            listMinor: amountMinor,
            amountMinor,
            taxMinor: tax.line.taxMinor,
            taxRateBps: tax.line.taxRateBps,
            taxName: tax.line.taxName,
            taxCountry: tax.line.taxCountry,
            taxReason: tax.line.reason,
            isTaxIncluded: tax.line.isTaxIncluded,
            providerId: subscription.offering.providerId,
            shareBps: 0,
            refundPromise: membershipRefundTerms(invoice, {
              isFirst,
              // A waiver that nobody was asked for cannot be missing.
              hasWithdrawal: hasWithdrawal && waivedAt !== null,
            }),
          },
        },
      },
      select: { id: true },
    })
    await markDirty(tx, orderTargetKey(id), now)
  }
}
