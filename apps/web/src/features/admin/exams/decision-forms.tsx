'use client'

import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { decideSitting, extendSitting } from './actions'

const decisions = ['release', 'hold', 'void'] as const

/** More time for a sitting that runs. `extensionKey` is of this page: pressed twice it gives the time once. */
export function ExtendForm({
  attemptId,
  extensionKey,
}: {
  attemptId: string
  extensionKey: string
}) {
  const t = useTranslations('adminExams.extend')
  return (
    <FormFrame action={extendSitting} submitLabel={t('submit')}>
      {(state) => (
        <>
          <input type="hidden" name="attemptId" value={attemptId} />
          <input type="hidden" name="key" value={extensionKey} />
          <TextField
            state={state}
            name="minutes"
            label={t('minutes')}
            type="number"
            min={1}
            max={240}
            defaultValue="10"
          />
          <TextField state={state} name="reason" label={t('reason')} />
        </>
      )}
    </FormFrame>
  )
}

/** What becomes of the result of a sitting. */
export function DecideForm({ attemptId }: { attemptId: string }) {
  const t = useTranslations('adminExams.decide')
  return (
    <FormFrame action={decideSitting} submitLabel={t('submit')} submitVariant="secondary">
      {(state) => (
        <>
          <input type="hidden" name="attemptId" value={attemptId} />
          <Field label={t('decision')} error={state.fieldErrors.decision} required>
            <Select name="decision" defaultValue={state.values.decision ?? 'hold'}>
              {decisions.map((decision) => (
                <option key={decision} value={decision}>
                  {t(decision)}
                </option>
              ))}
            </Select>
          </Field>
          <TextField state={state} name="reason" label={t('reason')} />
        </>
      )}
    </FormFrame>
  )
}
