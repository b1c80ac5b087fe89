'use client'

import { Field } from '@archway/ui/field'
import { RadioGroup } from '@archway/ui/radio-group'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { openCase, reviewCase } from './actions'

/** Puts a flagged sitting before two reviewers. */
export function OpenCaseForm({ attemptId }: { attemptId: string }) {
  const t = useTranslations('examQuality.cases')
  return (
    <FormFrame action={openCase} submitLabel={t('open')} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="attemptId" value={attemptId} />
          <Field
            label={t('openReason')}
            hint={t('openHint')}
            error={state.fieldErrors.reason}
            required
          >
            <Textarea name="reason" rows={2} maxLength={4000} defaultValue={state.values.reason} />
          </Field>
        </>
      )}
    </FormFrame>
  )
}

/** One reviewer's verdict with its grounds. */
export function ReviewCaseForm({ caseId }: { caseId: string }) {
  const t = useTranslations('examQuality.cases')
  return (
    <FormFrame action={reviewCase} submitLabel={t('submit')}>
      {(state) => (
        <>
          <input type="hidden" name="caseId" value={caseId} />
          <RadioGroup
            legend={t('verdict')}
            name="verdict"
            defaultValue={state.values.verdict ?? 'clear'}
            options={(['clear', 'confirm'] as const).map((value) => ({
              value,
              label: t(`verdicts.${value}`),
            }))}
          />
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
