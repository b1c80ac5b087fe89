'use server'

import {
  claimAsNewInput,
  claimInput,
  guestRefundInput,
  sendClaimLinkInput,
} from '@archway/api/guests/schema'
import { orderIdInput } from '@archway/api/orders/schema/order'
import { notFound } from '@archway/api/shared/errors'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { enterWith } from '@/auth/enter'
import { readGuestBrowser } from '@/auth/guest-browser'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'
import { claimPath } from './claim-path'

/** Puts what was paid for into the account of who is signed in. */
export async function claimOrder(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(claimInput, form, async ({ token }) => {
    await (await api()).guests.claim({ token })
    redirect(claimPath(token))
  })
}

/** Makes an account for the address that the link was mailed to, puts it there, and signs in. */
export async function claimAsNew(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(claimAsNewInput, form, async ({ token, name, password }) => {
    const { email } = await (await api()).guests.claimAsNew({ token, name, password })
    await enterWith('password', { email, password })
    redirect(claimPath(token))
  })
}

/** Takes the price of a line back before anybody has claimed it. */
export async function takeBackUnclaimed(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(guestRefundInput, form, async (input) => {
    await (await api()).guests.requestRefund(input)
    redirect(claimPath(input.token))
  })
}

/** Asks for the link again; says the same whether or not there is such an order. */
export async function sendClaimLink(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(sendClaimLinkInput, form, async (input) => {
    await (await api()).guests.sendClaimLink(input)
    return (await getTranslations('guests'))('ask.sent', { email: input.email })
  })
}

/** Gives up an unpaid order of this browser. */
export async function cancelGuestOrder(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(orderIdInput, form, async ({ orderId }) => {
    const browserToken = await readGuestBrowser()
    if (browserToken === null) throw notFound('order')
    await (await api()).guests.cancel({ orderId, browserToken })
    redirect(`/orders/${orderId}/cancelled`)
  })
}
