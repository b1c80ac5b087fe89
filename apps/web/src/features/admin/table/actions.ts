'use server'

import { deleteViewInput, saveViewInput } from '@archway/api/audit/schema'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { api } from '@/lib/trpc-server'

const listPath = z.string().regex(/^\/admin\/[a-z/-]+$/)

/** Keeps the list as it stands under a name. */
export async function saveCurrentView(form: FormData): Promise<void> {
  const input = saveViewInput.parse(Object.fromEntries(form))
  await (await api()).audit.saveView(input)
  revalidatePath(listPath.parse(form.get('path')))
}

export async function deleteSavedView(form: FormData): Promise<void> {
  const input = deleteViewInput.parse(Object.fromEntries(form))
  await (await api()).audit.deleteView(input)
  revalidatePath(listPath.parse(form.get('path')))
}
