'use server'

import { emailSchema, returnPathSchema } from '@archway/api/accounts/schema'
import { itemOfAddress } from '@archway/api/orders/rules/item-address'
import { type StartCheckoutOutput, startCheckoutInput } from '@archway/api/orders/schema/order'
import { readPlace, taxBuyerFields } from '@archway/api/tax/schema'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { ensureGuestBrowser } from '@/auth/guest-browser'
import { takeBought } from '@/lib/cart'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const checkoutForm = z.object({
  /** addresses of items: one of them is at most as long as a gift's message, written as an address */
  items: z.string().max(100_000),
  currency: z.string(),
  codes: z.string().max(300),
  /** where the page took the buyer to be, when nothing is kept of them */
  country: z.string().max(2).default(''),
  region: z.string().max(3).optional(),
  postalCode: z.string().max(12).optional(),
  /** the text that was ticked */
  waiver: z.coerce.number().int().positive().optional(),
})

const cartOf = ({ items, currency, codes, waiver, ...place }: z.output<typeof checkoutForm>) =>
  startCheckoutInput.parse({
    waiver,
    items: items.split(',').map(itemOfAddress),
    currency,
    codes: codes.split(','),
    ...(place.country === '' ? {} : { buyer: { ...place, taxNumber: null } }),
  })

/** What costs nothing is refused to guests before this: it never has no order. */
function orderOf(result: StartCheckoutOutput): string {
  if (result.kind === 'enrolled') throw new Error('a guest was enrolled without an order')
  return result.orderId
}

const buyerForm = taxBuyerFields.extend({ returnTo: returnPathSchema }).transform(readPlace)

/** Keeps where the buyer is, and shows the page again with the tax that this means. */
export async function saveBuyer(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(buyerForm, form, async ({ returnTo, ...buyer }) => {
    await (await api()).orders.saveBuyer(buyer)
    redirect(returnTo)
  })
}

const guestForm = checkoutForm.extend({ email: emailSchema })

/** The same for who is not signed in: the order belongs to this browser until it is claimed. */
export async function startGuestCheckout(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(guestForm, form, async ({ email, ...address }) => {
    const browserToken = await ensureGuestBrowser()
    const { guests } = await api()
    const cart = cartOf(address)
    const result = await guests.startCheckout({ ...cart, email, browserToken })
    if (result.kind === 'settled') await takeBought(cart.items)
    redirect(result.kind === 'redirect' ? result.url : `/orders/${orderOf(result)}/return`)
  })
}

/** Starts the checkout of what the page showed and goes to Stripe, or, with nothing to pay, to what was bought. */
export async function startCheckout(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(checkoutForm, form, async (address) => {
    const result = await (await api()).orders.startCheckout(cartOf(address))
    if (result.kind === 'settled') redirect(`/orders/${result.orderId}/return`)
    redirect(result.kind === 'redirect' ? result.url : '/learning?notice=enrolled')
  })
}

/** Enrols in something free. */
export async function enrolFree(_: FormState, form: FormData): Promise<FormState> {
  const input = z.object({ offeringId: z.uuid() })
  return await submitForm(input, form, async ({ offeringId }) => {
    await (await api()).enrolments.enrolFree({ offeringId })
    await (await api()).carts.remove({ identity: offeringId })
    redirect('/learning?notice=enrolled')
  })
}
