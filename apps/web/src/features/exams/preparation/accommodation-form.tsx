'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { requestAccommodation } from '../actions'

/** What somebody needs to sit this exam on equal terms. */
export function AccommodationForm({ slug }: { slug: string }) {
  const t = useTranslations('exams.accommodation')
  return (
    <FormFrame action={requestAccommodation} submitLabel={t('submit')} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="slug" value={slug} />
          <Field
            label={t('request')}
            hint={t('requestHint')}
            error={state.fieldErrors.request}
            required
          >
            <Textarea
              name="request"
              rows={4}
              maxLength={4000}
              defaultValue={state.values.request}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}
