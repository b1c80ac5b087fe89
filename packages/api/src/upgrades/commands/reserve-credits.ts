import type { Tx } from '@archway/db/client'
import type { AppliedCredit } from '../rules/apply-credits'

/**
 * Locks the orders that credits come from, so that nothing of them is given back while another order
 * counts it: refunds hold the same locks. Called before the quote that an order is made of.
 */
export async function lockCreditSources(tx: Tx, sourceLineIds: readonly string[]): Promise<void> {
  await tx.$queryRaw`
    select 1 from orders
    where id in (select order_id from order_lines where id = any(${[...sourceLineIds]}::uuid[]))
    order by id for update`
}

/** Writes the credits of a new order down as reserved. The database refuses one that another order holds. */
export async function reserveCredits(
  tx: Tx,
  orderId: string,
  lines: readonly { id: string; credits: readonly AppliedCredit[] }[],
): Promise<void> {
  await tx.upgradeCredit.createMany({
    data: lines.flatMap(({ id, credits }) =>
      credits.map(({ sourceLineId, amountMinor }) => ({
        sourceLineId,
        orderId,
        orderLineId: id,
        amountMinor,
      })),
    ),
  })
}
