'use server'

import { claimInput, visibilityInput } from '@archway/api/credentials/schema'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

/** Confirms the name and leads to the credential that it was confirmed for. */
export async function claimCredential(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(claimInput, form, async (input) => {
    const { credentialId } = await (await api()).credentials.claim(input)
    redirect(`/credentials/${credentialId}`)
  })
}

export async function setVisibility(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(visibilityInput, form, async (input) => {
    await (await api()).credentials.setVisibility(input)
    revalidatePath('/account/credentials')
    return null
  })
}
