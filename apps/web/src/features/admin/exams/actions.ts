'use server'

import { decideAttemptInput, extendInput } from '@archway/api/exams/schema/board'
import { revalidatePath } from 'next/cache'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

export async function extendSitting(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(extendInput, form, async (input) => {
    await (await api()).exams.extend(input)
    revalidatePath(`/admin/exams/${input.attemptId}`)
    return (await getTranslations('adminExams.extend'))('done')
  })
}

export async function decideSitting(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(decideAttemptInput, form, async (input) => {
    await (await api()).exams.decideAttempt(input)
    revalidatePath(`/admin/exams/${input.attemptId}`)
    return (await getTranslations('adminExams.decide'))('done')
  })
}
