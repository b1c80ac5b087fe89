'use server'

import { taxRateInput, taxRegistrationInput } from '@archway/api/tax/schema'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Enters or changes a rate and goes back to all of them. */
export async function saveRate(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(taxRateInput, form, async (input) => {
    await (await api()).tax.saveRate(input)
    redirect('/admin/tax/rates')
  })
}

/** Enters or changes where tax is collected and goes back to all of it. */
export async function saveRegistration(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(taxRegistrationInput, form, async (input) => {
    await (await api()).tax.saveRegistration(input)
    redirect('/admin/tax/registrations')
  })
}
