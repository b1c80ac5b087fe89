import { getBilledBuyer } from '../../documents/reads/billing'
import type { Deps } from '../../shared/deps'
import type { SubscriptionFacts } from '../rules/facts'
import { isSale } from '../rules/invoice-order'
import { type PlanTax, taxPlan } from './tax-plan'

/** The tax of each invoice that has no order yet, by its id. */
export type SalesTax = ReadonlyMap<string, PlanTax>

/**
 * Works out what of each new payment of a membership is tax: by where its buyer said to be when it began,
 * at the rates of the day of the invoice. What is charged contains its tax, so a rate that changes moves
 * what is left of the price and not what the member pays. Writes nothing. Throws what `taxPlan` does.
 */
export async function taxSales(
  deps: Pick<Deps, 'db' | 'stripe' | 'isStripeTaxOn'>,
  subscriptionId: string,
  { invoices }: SubscriptionFacts,
): Promise<SalesTax> {
  const taxes = new Map<string, PlanTax>()
  const sales = invoices.filter(isSale)
  if (sales.length === 0) return taxes
  const { orders, ...row } = await deps.db.subscription.findUniqueOrThrow({
    where: { id: subscriptionId },
    select: {
      userId: true,
      buyerCountry: true,
      buyerRegion: true,
      buyerPostalCode: true,
      taxNumber: true,
      taxNumberStatus: true,
      orders: { select: { stripeInvoiceId: true } },
    },
  })
  const known = new Set(orders.map(({ stripeInvoiceId }) => stripeInvoiceId))
  const fresh = sales.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return taxes
  // Memberships from before places were asked for have what their member keeps for invoices.
  const kept = row.buyerCountry === null ? await getBilledBuyer(deps.db, row.userId) : null
  const { taxNumber, taxNumberStatus } = row
  const buyer = {
    country: row.buyerCountry ?? kept?.country ?? null,
    region: row.buyerRegion ?? kept?.region ?? null,
    postalCode: row.buyerPostalCode ?? kept?.postalCode ?? null,
    taxNumber,
    taxNumberStatus,
  }
  for (const { id, currency, amountPaidMinor: amountMinor, createdAt } of fresh) {
    const paid = { currency, amountMinor, isPaid: true }
    taxes.set(id, await taxPlan(deps, paid, buyer, createdAt))
  }
  return taxes
}
