'use server'

import { returnPathSchema } from '@archway/api/accounts/schema'
import {
  addNoteInput,
  deleteNoteInput,
  lessonInput,
  submitQuizInput,
  switchRevisionInput,
  updateNoteInput,
} from '@archway/api/learning/schema'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'
import { quizFields } from './quiz-fields'

/** Every form says where to go on; a path of this site. */
const goingOn = { returnTo: returnPathSchema }

export async function completeLesson(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(lessonInput.extend(goingOn), form, async ({ returnTo, ...input }) => {
    await (await api()).learning.completeLesson(input)
    redirect(returnTo)
  })
}

export async function submitQuiz(_: FormState, form: FormData): Promise<FormState> {
  const fields = submitQuizInput.omit({ answers: true }).extend(goingOn)
  return await submitForm(fields, form, async ({ returnTo, ...input }) => {
    const answers = quizFields.read(form)
    const { attemptId } = await (await api()).learning.submitQuiz({ ...input, answers })
    redirect(`${returnTo}?attempt=${attemptId}`)
  })
}

export async function addNote(_: FormState, form: FormData): Promise<FormState> {
  const fields = addNoteInput.omit({ positionSeconds: true }).extend(goingOn)
  return await submitForm(fields, form, async ({ returnTo, ...input }) => {
    await (await api()).learning.addNote(input)
    redirect(returnTo)
  })
}

export async function updateNote(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(updateNoteInput.extend(goingOn), form, async ({ returnTo, ...input }) => {
    await (await api()).learning.updateNote(input)
    redirect(returnTo)
  })
}

export async function deleteNote(form: FormData): Promise<void> {
  const fields = deleteNoteInput.extend(goingOn)
  const { returnTo, ...input } = fields.parse(Object.fromEntries(form))
  await (await api()).learning.deleteNote(input)
  redirect(returnTo)
}

export async function switchRevision(_: FormState, form: FormData): Promise<FormState> {
  const fields = switchRevisionInput.extend({ slug: z.string().min(1).max(120) })
  return await submitForm(fields, form, async ({ slug, ...input }) => {
    await (await api()).learning.switchRevision(input)
    redirect(`/learn/${slug}`)
  })
}
