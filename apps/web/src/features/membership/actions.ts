'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const nothing = z.object({})
const own = '/account/membership'

/** Starts a membership by the month or the year and goes to Stripe to pay. */
export async function startMembership(
  period: 'per_month' | 'per_year',
  currency: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    redirect((await (await api()).subscriptions.start({ period, currency })).url)
  })
}

/** Cancels for the end of what is paid for. */
export async function cancelMembership(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    await (await api()).subscriptions.cancel()
    redirect(own)
  })
}

/** Takes a cancellation back. */
export async function resumeMembership(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    await (await api()).subscriptions.resume()
    redirect(own)
  })
}

/** Pauses for a month after what is paid for. */
export async function pauseMembership(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    await (await api()).subscriptions.pause({ months: 1 })
    redirect(own)
  })
}

/** Ends a pause. */
export async function unpauseMembership(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    await (await api()).subscriptions.unpause()
    redirect(own)
  })
}

/** Goes to Stripe's portal, where the card is changed. */
export async function updateCard(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    redirect((await (await api()).subscriptions.portal()).url)
  })
}

/** Gives a member their place in a course or program that the membership opens. */
export async function startLearning(
  offeringId: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  return await submitForm(nothing, form, async () => {
    const { kind, slug } = await (await api()).enrolments.enrolAsMember({ offeringId })
    redirect(kind === 'course' ? `/learn/${slug}` : '/learning')
  })
}
