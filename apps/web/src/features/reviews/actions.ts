'use server'

import { slugPattern } from '@archway/api/shared/slug'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { FormState } from '@/lib/form-state'
import { offeringPath } from '@/lib/paths'
import { submitForm } from '@/lib/submit-form'
import { api } from '@/lib/trpc-server'
import { reviewsAnchor } from './review-path'

const course = { offeringId: z.uuid(), slug: z.string().regex(slugPattern) }
const reviewForm = z.object({
  ...course,
  rating: z.coerce.number('rating-missing').int('rating-missing').min(1, 'rating-missing').max(5),
  title: z.string().trim().min(1, 'text-missing').max(120, 'text-too-long'),
  body: z.string().trim().min(1, 'text-missing').max(4000, 'text-too-long'),
})

const reviewsOf = (slug: string) =>
  `${offeringPath({ kind: 'course', slug })}#${reviewsAnchor(slug)}`

/** Publishes the reader's review of a course, or changes the one they have. */
export async function postReview(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(reviewForm, form, async ({ slug, ...review }) => {
    await (await api()).reviews.post(review)
    redirect(reviewsOf(slug))
  })
}

/** Takes the reader's review of a course back. */
export async function deleteReview(_: FormState, form: FormData): Promise<FormState> {
  return await submitForm(z.object(course), form, async ({ slug, offeringId }) => {
    await (await api()).reviews.deleteMine({ offeringId })
    redirect(reviewsOf(slug))
  })
}
