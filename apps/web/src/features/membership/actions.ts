'use server'

import { membershipPeriods } from '@archway/api/subscriptions/states'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const nothing = z.object({})
const own = '/account/membership'

const startForm = z.object({
  period: z.enum(membershipPeriods),
  currency: z.string(),
  /** where the page took the buyer to be, when nothing is kept of them */
  country: z.string().max(2).default(''),
  /** the text that was ticked */
  waiver: z.coerce.number().int().positive().optional(),
})

/** Starts a membership by the month or the year and goes to Stripe to pay. */
export async function startMembership(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(startForm, form, async ({ country, ...plan }) => {
    const buyer = country === '' ? {} : { buyer: { country, taxNumber: null } }
    redirect((await (await api()).subscriptions.start({ ...plan, ...buyer })).url)
  })
}

const planForm = z.object({ period: z.enum(membershipPeriods), at: z.coerce.date() })

/** Pays the other way, at what the page showed. */
export async function changePlan(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(planForm, form, async (change) => {
    await (await api()).subscriptions.changePlan(change)
    redirect(own)
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
