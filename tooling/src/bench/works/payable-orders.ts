import { placeOrder } from './checkout'
import type { WorkContext } from './work'

const LANES = 8

/** An order that waits for its payment, with its session at the local Stripe. */
export type PayableOrder = { orderId: string; sessionId: string }

/** Places orders of as many people, a few at a time. */
export async function placeOrders(context: WorkContext, count: number): Promise<PayableOrder[]> {
  const ids: string[] = []
  let left = count
  const lane = async () => {
    while (left > 0) {
      left -= 1
      ids.push((await placeOrder(context)).orderId)
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  const { rows } = await context.site.pool.query<PayableOrder>(
    `select id as "orderId", checkout_session_id as "sessionId" from orders where id = any ($1)`,
    [ids],
  )
  return rows
}
