'use server'

import { heldIdInput, heldInput } from '@archway/api/wallet/schema'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { absoluteUrl } from '@/lib/page-metadata'
import { renewalFeedPath, walletPath } from '@/lib/paths'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

const words = () => getTranslations('wallet')

/** Keeps a certificate of another body and leads back to the list. */
export async function saveHeld(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(heldInput, form, async (input) => {
    await (await api()).wallet.save(input)
    redirect(walletPath)
  })
}

export async function removeHeld(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(heldIdInput, form, async (input) => {
    await (await api()).wallet.remove(input)
    revalidatePath(walletPath)
    return null
  })
}

/** Gives the calendar an address, which is told once. */
export async function renewFeed(_: FormState, form: FormData): Promise<FormState> {
  let made = ''
  const state = await submitForm(z.object({}), form, async () => {
    const { token } = await (await api()).wallet.renewFeed()
    made = absoluteUrl(renewalFeedPath(token))
    revalidatePath(walletPath)
    return (await words())('feed.made')
  })
  return { ...state, values: { url: made } }
}

export async function endFeed(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(z.object({}), form, async () => {
    await (await api()).wallet.endFeed()
    revalidatePath(walletPath)
    return (await words())('feed.ended')
  })
}
