'use server'

import {
  giftInput,
  giftTokenInput,
  sendGiftInput,
  updateGiftInput,
} from '@archway/api/gifts/schema'
import { itemAddress } from '@archway/api/orders/rules/item-address'
import { type CartItem, cartItem } from '@archway/api/orders/schema/cart-item'
import { currencyCode } from '@archway/api/orders/schema/order'
import { splitAddresses } from '@archway/api/seats/rules/addresses'
import {
  inviteInput,
  poolInput,
  seatInput,
  seatTokenInput,
  shareProgressInput,
} from '@archway/api/seats/schema'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { wishFor } from '@/lib/cart'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const words = () => getTranslations('teams')

/** Invites the addresses of a text, and says of each what became of it. */
export async function inviteToSeats(_: FormState, form: FormData): Promise<FormState> {
  const typed = z.object({ poolId: z.string(), emails: z.string() })
  return await submitForm(typed, form, async ({ poolId, emails }) => {
    const input = inviteInput.parse({ poolId, emails: splitAddresses(emails) })
    const outcomes = await (await api()).seats.invite(input)
    const t = await words()
    revalidatePath(`/account/teams/${poolId}`)
    return outcomes.map(({ email, outcome }) => t(`pack.outcome.${outcome}`, { email })).join('\n')
  })
}

/** Sends an invitation again, with a new link. */
export async function resendInvitation(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(seatInput, form, async (input) => {
    await (await api()).seats.resend(input)
    return (await words())('pack.resent')
  })
}

/** Takes a seat back. */
export async function releaseSeat(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(seatInput, form, async (input) => {
    await (await api()).seats.release(input)
    revalidatePath('/account/teams', 'layout')
    return (await words())('pack.released')
  })
}

/** Makes the link of a pack and shows it, this once. */
export async function makeSeatLink(_: FormState, form: FormData): Promise<FormState> {
  let made = ''
  const state = await submitForm(poolInput, form, async (input) => {
    const { url } = await (await api()).seats.makeLink(input)
    made = url
    revalidatePath(`/account/teams/${input.poolId}`)
    return (await words())('link.made')
  })
  return { ...state, values: { url: made } }
}

/** Switches the link of a pack off. */
export async function endSeatLink(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(poolInput, form, async (input) => {
    await (await api()).seats.endLink(input)
    revalidatePath(`/account/teams/${input.poolId}`)
    return (await words())('pack.linkEnded')
  })
}

/** Shares one's progress with who bought the seat, or no longer. */
export async function shareProgress(_: FormState, form: FormData): Promise<FormState> {
  const typed = shareProgressInput.extend({ sharesProgress: z.stringbool() })
  return await submitForm(typed, form, async (input) => {
    await (await api()).seats.shareProgress(input)
    revalidatePath('/account/teams')
    return (await words())('held.done')
  })
}

/** Takes a seat with the secret of a link, and goes on to learning. */
export async function claimSeat(_: FormState, form: FormData): Promise<FormState> {
  const typed = seatTokenInput.extend({ consent: z.literal('on').optional() })
  return await submitForm(typed, form, async ({ token, consent }) => {
    await (await api()).seats.claim({ token, sharesProgress: consent === 'on' })
    redirect('/learning')
  })
}

/** Takes a gift with the secret of a link, and goes on to learning. */
export async function claimGift(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(giftTokenInput, form, async (input) => {
    await (await api()).gifts.claim(input)
    redirect('/learning')
  })
}

const optional = (text: string) => (text.trim() === '' ? undefined : text)

/** Corrects whom a gift is for, and when. */
export async function updateGift(_: FormState, form: FormData): Promise<FormState> {
  const typed = z.object({
    giftId: z.string(),
    recipientEmail: z.email('email-invalid'),
    recipientName: z.string().optional().default(''),
    deliverOn: z.string().optional().default(''),
  })
  return await submitForm(typed, form, async ({ recipientName, deliverOn, ...rest }) => {
    const input = updateGiftInput.parse({
      ...rest,
      recipientName: optional(recipientName),
      deliverOn: optional(deliverOn) ?? null,
    })
    await (await api()).gifts.update(input)
    revalidatePath(`/account/gifts/${input.giftId}`)
    return (await words())('gift.saved')
  })
}

/** Mails a gift now, or again. */
export async function sendGift(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(sendGiftInput, form, async (input) => {
    await (await api()).gifts.send(input)
    revalidatePath(`/account/gifts/${input.giftId}`)
    return (await words())('gift.sentNow')
  })
}

/** Makes the link of a gift and shows it, this once. */
export async function makeGiftLink(_: FormState, form: FormData): Promise<FormState> {
  let made = ''
  const state = await submitForm(giftInput, form, async (input) => {
    const { url } = await (await api()).gifts.makeLink(input)
    made = url
    return (await words())('link.made')
  })
  return { ...state, values: { url: made } }
}

const next = z.enum(['checkout', 'cart'])
type Next = z.infer<typeof next>

const offered = { offeringId: z.uuid(), currency: currencyCode, next: next.catch('checkout') }

/**
 * Puts what is for others into the cart, where its words are kept, and goes on to the cart or, with that wish
 * alone, to the checkout, as the button says that was pressed.
 */
async function goOn(item: CartItem, { currency, next }: { currency: string; next: Next }) {
  const wishId = await wishFor(item)
  const address = itemAddress({ purpose: 'wish', wishId })
  return next === 'cart'
    ? redirect(`/cart?${new URLSearchParams({ currency })}`)
    : redirect(`/checkout?${new URLSearchParams({ item: address, currency })}`)
}

/** Buys a number of seats, now or later. */
export async function buySeats(_: FormState, form: FormData): Promise<FormState> {
  const typed = z.object({ ...offered, quantity: z.coerce.number('seats-quantity') })
  return await submitForm(typed, form, async ({ offeringId, quantity, ...way }) => {
    const item = cartItem.safeParse({ purpose: 'seats', offeringId, quantity })
    if (!item.success) {
      throw new z.ZodError([
        { code: 'custom', path: ['quantity'], message: 'seats-quantity', input: quantity },
      ])
    }
    return await goOn(item.data, way)
  })
}

/** Buys a gift, now or later. */
export async function buyGift(_: FormState, form: FormData): Promise<FormState> {
  const typed = z.object({
    ...offered,
    recipientEmail: z.email('email-invalid').max(254),
    recipientName: z.string().trim().max(100),
    message: z.string().trim().max(600, 'gift-message-long'),
    deliverOn: z.string(),
  })
  return await submitForm(typed, form, async ({ offeringId, currency, next, ...gift }) => {
    const item = cartItem.parse({
      purpose: 'gift',
      offeringId,
      gift: {
        ...gift,
        recipientName: optional(gift.recipientName),
        deliverOn: optional(gift.deliverOn) ?? null,
      },
    })
    return await goOn(item, { currency, next })
  })
}
