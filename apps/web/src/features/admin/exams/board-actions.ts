'use server'

import { decideAccommodationInput, decideAppealInput } from '@archway/api/exams/schema/board'
import { approveFormInput, drawFormInput, formInput } from '@archway/api/exams/schema/forms'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

export async function decideAppeal(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(decideAppealInput, form, async (input) => {
    await (await api()).exams.decideAppeal(input)
    revalidatePath('/admin/exams/appeals')
    return (await getTranslations('adminExams.appealQueue'))('done')
  })
}

export async function decideAccommodation(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(decideAccommodationInput, form, async (input) => {
    await (await api()).exams.decideAccommodation(input)
    revalidatePath('/admin/exams/accommodations')
    return (await getTranslations('adminExams.accommodations'))('done')
  })
}

export async function createForm(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(drawFormInput, form, async (input) => {
    await (await api()).exams.createForm(input)
    redirect(`/admin/exams/forms/${input.offeringId}`)
  })
}

export async function approveForm(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(approveFormInput, form, async (input) => {
    await (await api()).exams.approveForm(input)
    revalidatePath('/admin/exams/forms', 'layout')
    return null
  })
}

export async function retireForm(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(formInput, form, async (input) => {
    await (await api()).exams.retireForm(input)
    revalidatePath('/admin/exams/forms', 'layout')
    return null
  })
}
