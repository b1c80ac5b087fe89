import type { Tx } from '@archway/db/client'
import type { SubscriptionFacts } from '../rules/facts'

/** Writes the facts down as Stripe states them now: rows by Stripe's id, so repeating is harmless. */
export async function storeSubscriptionFacts(
  tx: Tx,
  subscriptionId: string,
  { subscription, others, invoices }: SubscriptionFacts,
): Promise<void> {
  for (const { id, ...fact } of [...(subscription ? [subscription] : []), ...others]) {
    await tx.stripeSubscription.upsert({
      where: { id },
      create: { id, subscriptionId, ...fact },
      update: fact,
      select: { id: true },
    })
  }
  for (const { id, ...fact } of invoices) {
    await tx.stripeInvoice.upsert({
      where: { id },
      create: { id, subscriptionId, ...fact },
      update: fact,
      select: { id: true },
    })
  }
}
