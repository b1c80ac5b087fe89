import type { Tx } from '@archway/db/client'
import type { StripeFacts } from '../rules/facts'
import type { LoadedOrder } from './load-order'

/**
 * What was last stored of an order's payment, as facts that `deriveOrder` decides by. Movements on Stripe's
 * balance are in the ledger and not repeated here, so nothing may be posted by these.
 */
export async function storedFacts(tx: Tx, order: LoadedOrder): Promise<StripeFacts> {
  const [charges, disputes] = await Promise.all([
    tx.stripeCharge.findMany({ where: { orderId: order.id } }),
    tx.stripeDispute.findMany({ where: { orderId: order.id } }),
  ])
  return {
    session: null,
    intent: null,
    charges: charges.map((charge) => ({ ...charge, balance: null })),
    refunds: order.refunds.map((refund) => ({ ...refund, balance: null, failureBalance: null })),
    disputes: disputes.map((dispute) => ({ ...dispute, balances: [] })),
  }
}
