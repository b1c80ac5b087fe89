'use server'

import { itemOfAddress } from '@archway/api/orders/rules/item-address'
import { cartInput } from '@archway/api/orders/schema/order'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const checkoutForm = z.object({
  /** addresses of items: one of them is at most as long as a gift's message, written as an address */
  items: z.string().max(100_000),
  currency: z.string(),
  codes: z.string().max(300),
})

/** Starts the checkout of what the page showed and goes to Stripe, or, with nothing to pay, to what was bought. */
export async function startCheckout(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(checkoutForm, form, async ({ items, currency, codes }) => {
    const cart = cartInput.parse({
      items: items.split(',').map(itemOfAddress),
      currency,
      codes: codes.split(','),
    })
    const result = await (await api()).orders.startCheckout(cart)
    if (result.kind === 'settled') redirect(`/orders/${result.orderId}/return`)
    redirect(result.kind === 'redirect' ? result.url : '/learning?notice=enrolled')
  })
}

/** Enrols in something free. */
export async function enrolFree(_: FormState, form: FormData): Promise<FormState> {
  const input = z.object({ offeringId: z.uuid() })
  return await submitForm(input, form, async ({ offeringId }) => {
    await (await api()).enrolments.enrolFree({ offeringId })
    redirect('/learning?notice=enrolled')
  })
}
