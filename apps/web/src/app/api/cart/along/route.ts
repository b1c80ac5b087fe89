import { currencyCode } from '@archway/api/orders/schema/order'
import { currentActor } from '@/auth/actor'
import { bringCartAlong } from '@/lib/cart'
import { refusalOf } from '../refusal'

/**
 * On the way to the cart of who has signed in: puts what this browser kept into it, which a page cannot, so that
 * what is seen there is one cart. One that would be too full is shown as it is, and says so.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('currency')
  const cart = new URLSearchParams({ currency: currencyCode.catch('USD').parse(asked) })
  try {
    if ((await currentActor()).type === 'member') await bringCartAlong()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    cart.set('problem', refusal.reason)
  }
  return new Response(null, {
    status: 303,
    headers: { Location: `/cart?${cart}`, 'Cache-Control': 'no-store' },
  })
}
