'use server'

import {
  claimInput,
  nameChangeInput,
  scoreDisplayInput,
  visibilityInput,
} from '@archway/api/credentials/schema'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
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

export async function setScoreDisplay(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(scoreDisplayInput, form, async (input) => {
    await (await api()).credentials.setScoreDisplay(input)
    revalidatePath('/account/credentials')
    return null
  })
}

/** Asks for another name; the file of evidence travels as text, as everything of a procedure does. */
export async function askNameChange(_: FormState, form: FormData): Promise<FormState> {
  const file = form.get('evidence')
  const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0)
  form.set('evidence', bytes.toString('base64'))
  const state = await submitForm(nameChangeInput, form, async (input) => {
    await (await api()).credentials.askNameChange(input)
    revalidatePath('/account/credentials')
    return null
  })
  // A file is not typed: it does not come back as text.
  const { evidence: _file, ...values } = state.values
  return { ...state, values }
}

export async function withdrawNameChange(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(z.object({}), form, async () => {
    await (await api()).credentials.withdrawNameChange()
    revalidatePath('/account/credentials')
    return null
  })
}
