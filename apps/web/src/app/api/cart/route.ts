import { currencyCode } from '@archway/api/orders/schema/order'
import { z } from 'zod'
import { putIntoCart, removeFromCart } from '@/lib/cart'
import { visitorItem } from '@/lib/cart-cookie'
import { refuseForeignOrigin } from '@/lib/same-origin'
import { refusalOf } from './refusal'

const form = z.object({
  /** address of an item to put in; of seats, `quantity` is how many of them */
  item: z.string().max(10_000).optional(),
  quantity: z.string().max(6).optional(),
  /** identity of an item to take out */
  remove: z.string().max(500).optional(),
  currency: currencyCode.catch('USD'),
})

/**
 * Changes the cart of whoever sent the form and shows it: a plain form on pages that are the same for
 * everybody. Only from this site's own pages.
 */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseForeignOrigin(request)
  if (refused) return refused
  const sent = await request.formData().catch(() => null)
  const read = form.safeParse(sent && Object.fromEntries(sent))
  if (!read.success) return new Response('Bad request', { status: 400 })
  const input = read.data
  const cart = new URLSearchParams({ currency: input.currency })
  try {
    if (input.remove !== undefined) await removeFromCart(input.remove)
    else {
      const item = visitorItem(input.item ?? '')
      const isOfSeats = item?.purpose === 'seats' && input.quantity !== undefined
      const wanted = isOfSeats ? visitorItem(`seats:${item.offeringId}:${input.quantity}`) : item
      if (wanted === null) cart.set('problem', isOfSeats ? 'seats-quantity' : 'cart-item-unknown')
      else await putIntoCart(wanted)
    }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null) throw error
    cart.set('problem', refusal.reason)
  }
  // Relative, so that it stays on the address under which the site was asked.
  return new Response(null, { status: 303, headers: { Location: `/cart?${cart}` } })
}
