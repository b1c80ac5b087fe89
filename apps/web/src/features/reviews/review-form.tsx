'use client'

import type { MyReview } from '@archway/api/reviews/schema'
import { Field } from '@archway/ui/field'
import { RatingInput } from '@archway/ui/rating-input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { deleteReview, postReview } from './actions'

type Course = { offeringId: string; slug: string }

function CourseFields({ course }: { course: Course }) {
  return (
    <>
      <input type="hidden" name="offeringId" value={course.offeringId} />
      <input type="hidden" name="slug" value={course.slug} />
    </>
  )
}

/** Stars, one line and a text. Works without JavaScript; what was typed stays. */
export function ReviewForm({ course, review }: { course: Course; review: MyReview['review'] }) {
  const t = useTranslations('reviews')
  return (
    <FormFrame action={postReview} submitLabel={t(review ? 'form.update' : 'form.submit')}>
      {(state) => {
        const rating = Number(state.values.rating ?? review?.rating ?? 0)
        return (
          <>
            <CourseFields course={course} />
            <RatingInput
              key={rating}
              legend={t('form.rating')}
              name="rating"
              options={[1, 2, 3, 4, 5].map((count) => t('star', { count }))}
              defaultValue={rating}
              error={state.fieldErrors.rating}
              required
            />
            <TextField
              state={state}
              name="title"
              label={t('form.headline')}
              hint={t('form.headlineHint')}
              defaultValue={review?.title}
              maxLength={120}
            />
            <Field
              label={t('form.body')}
              hint={t('form.bodyHint')}
              error={state.fieldErrors.body}
              required
            >
              <Textarea
                name="body"
                rows={7}
                maxLength={4000}
                defaultValue={state.values.body ?? review?.body}
              />
            </Field>
          </>
        )
      }}
    </FormFrame>
  )
}

export function DeleteReviewForm({ course }: { course: Course }) {
  const t = useTranslations('reviews.form')
  return (
    <FormFrame action={deleteReview} submitLabel={t('delete')} submitVariant="secondary">
      {() => <CourseFields course={course} />}
    </FormFrame>
  )
}
