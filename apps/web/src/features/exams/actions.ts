'use server'

import { fileAppealInput, requestAccommodationInput } from '@archway/api/exams/schema/board'
import { startAttemptInput } from '@archway/api/exams/schema/room'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'
import { examPath, resultPath, roomPath } from './paths'

const startForm = startAttemptInput.extend({
  agreed: z.literal('on', { error: 'exam-agreement-missing' }),
})

/** Starts the exam and its clock, and leads into the exam room; so does starting again while it runs. */
export async function startExam(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(startForm, form, async ({ agreed: _agreed, ...input }) => {
    const { attemptId } = await (await api()).exams.start(input)
    redirect(roomPath(attemptId))
  })
}

/** Objects to the result of one’s own sitting. */
export async function fileAppeal(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(fileAppealInput, form, async (input) => {
    await (await api()).exams.fileAppeal(input)
    revalidatePath(resultPath(input.attemptId))
    return (await getTranslations('exams.appeal'))('done')
  })
}

/** Asks for what one needs to sit an exam on equal terms. */
export async function requestAccommodation(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(requestAccommodationInput, form, async (input) => {
    await (await api()).exams.requestAccommodation(input)
    revalidatePath(examPath(input.slug))
    return (await getTranslations('exams.accommodation'))('done')
  })
}
