'use client'

import { Field } from '@archway/ui/field'
import { RadioGroup } from '@archway/ui/radio-group'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { decideAccommodation, decideAppeal } from './board-actions'

/** The board's answer to an appeal. */
export function DecideAppealForm({ appealId }: { appealId: string }) {
  const t = useTranslations('adminExams.appealQueue')
  return (
    <FormFrame action={decideAppeal} submitLabel={t('submit')}>
      {(state) => (
        <>
          <input type="hidden" name="appealId" value={appealId} />
          <RadioGroup
            legend={t('isUpheld')}
            name="isUpheld"
            required
            error={state.fieldErrors.isUpheld}
            defaultValue={state.values.isUpheld}
            options={[
              { value: 'true', label: t('uphold'), hint: t('upholdHint') },
              { value: 'false', label: t('dismiss') },
            ]}
          />
          <Field
            label={t('reason')}
            hint={t('reasonHint')}
            error={state.fieldErrors.decision}
            required
          >
            <Textarea
              name="decision"
              rows={3}
              maxLength={4000}
              defaultValue={state.values.decision}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}

/** The board's answer to a request for more time; `usualDay` is the last day that is proposed, YYYY-MM-DD. */
export function DecideAccommodationForm({
  accommodationId,
  usualDay,
}: {
  accommodationId: string
  usualDay: string
}) {
  const t = useTranslations('adminExams.accommodations')
  return (
    <FormFrame action={decideAccommodation} submitLabel={t('submit')}>
      {(state) => (
        <>
          <input type="hidden" name="accommodationId" value={accommodationId} />
          <RadioGroup
            legend={t('verdict')}
            name="verdict"
            required
            error={state.fieldErrors.verdict}
            defaultValue={state.values.verdict}
            options={(['approve', 'refuse'] as const).map((value) => ({ value, label: t(value) }))}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              state={state}
              name="timeMultiplier"
              label={t('timeMultiplier')}
              hint={t('timeMultiplierHint')}
              type="number"
              min={1}
              max={3}
              step={0.05}
              defaultValue="1.5"
            />
            <TextField
              state={state}
              name="lastDay"
              label={t('lastDay')}
              type="date"
              defaultValue={usualDay}
            />
          </div>
          <Field
            label={t('answer')}
            hint={t('answerHint')}
            error={state.fieldErrors.answer}
            required
          >
            <Textarea name="answer" rows={3} maxLength={2000} defaultValue={state.values.answer} />
          </Field>
        </>
      )}
    </FormFrame>
  )
}
