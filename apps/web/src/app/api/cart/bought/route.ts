import { orderedItems } from '@archway/api/orders/rules/ordered-items'
import { orderIdInput } from '@archway/api/orders/schema/order'
import { TRPCError } from '@trpc/server'
import { currentActor } from '@/auth/actor'
import { returnedOrder } from '@/features/orders/returned-order'
import { takeBought } from '@/lib/cart'

/**
 * On the way back from paying: takes what was paid out of the cart that this browser keeps, which a page cannot,
 * and goes on to the page that says so. Changes nothing else, and nothing for an order of somebody else's.
 */
export async function GET(request: Request): Promise<Response> {
  const orderId = new URL(request.url).searchParams.get('order')
  const input = orderIdInput.safeParse({ orderId })
  if (!input.success) return new Response('Bad request', { status: 400 })
  try {
    const { order } = await returnedOrder(await currentActor(), input.data)
    if (order.status === 'paid') await takeBought(orderedItems(order.lines))
  } catch (error) {
    // The page that is gone on to says what is not there, or not for this reader.
    if (!(error instanceof TRPCError)) throw error
  }
  return new Response(null, {
    status: 303,
    headers: { Location: `/orders/${input.data.orderId}/return`, 'Cache-Control': 'no-store' },
  })
}
