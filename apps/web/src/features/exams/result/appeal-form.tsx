'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { fileAppeal } from '../actions'

/** The grounds of an appeal against a result. */
export function AppealForm({ attemptId }: { attemptId: string }) {
  const t = useTranslations('exams.appeal')
  return (
    <FormFrame action={fileAppeal} submitLabel={t('submit')} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="attemptId" value={attemptId} />
          <Field
            label={t('grounds')}
            hint={t('groundsHint')}
            error={state.fieldErrors.grounds}
            required
          >
            <Textarea
              name="grounds"
              rows={5}
              maxLength={4000}
              defaultValue={state.values.grounds}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}
