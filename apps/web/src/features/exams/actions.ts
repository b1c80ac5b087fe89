'use server'

import { startAttemptInput } from '@archway/api/exams/schema/room'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'
import { roomPath } from './paths'

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
