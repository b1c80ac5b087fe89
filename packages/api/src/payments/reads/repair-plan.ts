import type { DbOrTx } from '@archway/db/client'
import { oddOrders } from './odd-orders'

/** A repair asks about this many orders; what is left is for the next one. */
const limit = 500

export type RepairPlan = {
  /** orders that are asked about again at Stripe, which settles access, books and status */
  orders: { id: string; number: number }[]
  /** differences of the last check that belong to no order of ours: nothing here can settle them */
  foreign: number
}

/**
 * What the repair would do now: ask Stripe again about every order on which something disagrees, be it
 * the books, what is open, or a synchronisation that was given up. Reading it changes nothing.
 */
export async function getRepairPlan(db: DbOrTx, livemode: boolean, now: Date): Promise<RepairPlan> {
  const check = await db.bookCheck.findFirst({
    where: { livemode },
    orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  const checkId = check?.id ?? null
  const orders = await db.$queryRaw<{ id: string; number: number }[]>`
    select o.id, o.number from orders o
    where exists (select 1 from book_differences d
        where d.check_id = ${checkId}::uuid and d.order_id = o.id)
      or exists (select 1 from sync_targets t where t.key = 'order:' || o.id and t.dead_at is not null)
      or (${oddOrders.unserved}) or (${oddOrders.unpaid}) or (${oddOrders.uninvoiced})
      or ${oddOrders.stuck(now)}
    order by o.number limit ${limit}`
  const foreign = checkId ? await db.bookDifference.count({ where: { checkId, orderId: null } }) : 0
  return { orders, foreign }
}
