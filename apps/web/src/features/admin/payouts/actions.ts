'use server'

import { providerAccountInput } from '@archway/api/payouts/schema'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Leads an owner to the page on which Stripe asks for what is missing. */
export async function startOnboarding(_previous: FormState, form: FormData): Promise<FormState> {
  return await submitForm(providerAccountInput, form, async (input) => {
    redirect((await (await api()).payouts.startOnboarding(input)).url)
  })
}

/** Leads an owner to the account's own pages at Stripe. */
export async function openStripePages(_previous: FormState, form: FormData): Promise<FormState> {
  return await submitForm(providerAccountInput, form, async (input) => {
    redirect((await (await api()).payouts.openStripePages(input)).url)
  })
}
