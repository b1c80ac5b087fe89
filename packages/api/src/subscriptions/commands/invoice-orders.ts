import type { Tx } from '@archway/db/client'
import { getBilling } from '../../documents/reads/billing'
import { markDirty } from '../../payments/commands/mark-dirty'
import { orderTargetKey } from '../../payments/rules/event-target'
import { getContainedTax } from '../../tax/reads/contained-tax'
import type { SubscriptionFacts } from '../rules/facts'
import { invoiceTitle, isSale, membershipRefundTerms } from '../rules/invoice-order'
import type { LoadedSubscription } from './load-subscription'

/**
 * Makes an order of each invoice that money was taken for, once: charge, fee, refunds, disputes,
 * documents and ledger of it are then an order's like any other. What of the amount is tax, by where
 * the member is billed, is owed to the state; the rest is the platform's: no provider has a share in a
 * membership. Only orders that are new are noted, so that whoever holds an
 * order's target never waits for one who waits for it. Safe to repeat: unique per invoice.
 */
export async function writeInvoiceOrders(
  tx: Tx,
  subscription: LoadedSubscription,
  { invoices }: SubscriptionFacts,
  now: Date,
): Promise<void> {
  const known = new Set(subscription.orders.map((order) => order.stripeInvoiceId))
  const sales = invoices
    .filter(isSale)
    .sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
  const fresh = sales.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return
  const billing = (await getBilling(tx, subscription.userId)) ?? undefined
  for (const invoice of fresh) {
    const { amountPaidMinor: amountMinor, paidAt, createdAt } = invoice
    const paid = { currency: invoice.currency, amountMinor }
    const { tax, buyer } = await getContainedTax(tx, subscription.userId, paid, paidAt ?? createdAt)
    const { id } = await tx.order.create({
      data: {
        userId: subscription.userId,
        email: subscription.email,
        currency: invoice.currency,
        subtotalMinor: amountMinor,
        taxMinor: tax.taxMinor,
        totalMinor: amountMinor,
        status: 'processing',
        cartHash: invoice.id,
        billing,
        buyerCountry: buyer.country,
        buyerRegion: buyer.region,
        buyerPostalCode: buyer.postalCode ?? null,
        taxNumberStatus: buyer.taxNumberStatus,
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
            taxMinor: tax.taxMinor,
            taxRateBps: tax.taxRateBps,
            taxName: tax.taxName,
            taxCountry: tax.taxCountry,
            taxReason: tax.reason,
            providerId: subscription.offering.providerId,
            shareBps: 0,
            refundPromise: membershipRefundTerms(invoice, invoice.id === sales[0]?.id),
          },
        },
      },
      select: { id: true },
    })
    await markDirty(tx, orderTargetKey(id), now)
  }
}
