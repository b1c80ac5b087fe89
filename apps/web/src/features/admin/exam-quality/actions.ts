'use server'

import { openCaseInput, reviewCaseInput } from '@archway/api/integrity/schema'
import { createPanelInput, movePanelInput, panelInput } from '@archway/api/psychometrics/schema'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'

export async function createPanel(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(createPanelInput, form, async ({ judges, ...input }) => {
    const { panelId } = await (await api()).psychometrics.createPanel({
      ...input,
      judges: judges.join(' '),
    })
    redirect(`/admin/exams/panels/${panelId}`)
  })
}

export async function movePanel(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(movePanelInput, form, async (input) => {
    await (await api()).psychometrics.movePanel(input)
    revalidatePath(`/admin/exams/panels/${input.panelId}`)
    return null
  })
}

export async function signOffPanel(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(panelInput, form, async (input) => {
    await (await api()).psychometrics.signOffPanel(input)
    revalidatePath(`/admin/exams/panels/${input.panelId}`)
    return null
  })
}

export async function openCase(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(openCaseInput, form, async (input) => {
    const { caseId } = await (await api()).integrity.openCase(input)
    redirect(`/admin/exams/cases/${caseId}`)
  })
}

export async function reviewCase(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(reviewCaseInput, form, async (input) => {
    await (await api()).integrity.reviewCase(input)
    revalidatePath(`/admin/exams/cases/${input.caseId}`)
    return (await getTranslations('examQuality.cases'))('given')
  })
}
