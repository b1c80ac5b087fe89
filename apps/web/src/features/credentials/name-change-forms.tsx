'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { askNameChange, withdrawNameChange } from './actions'

/** Asks for another name on everything that one holds, with a document that shows why. */
export function NameChangeForm() {
  const t = useTranslations('credentials.rename')
  return (
    <FormFrame action={askNameChange} submitLabel={t('submit')} submitVariant="secondary">
      {(state) => (
        <>
          <TextField state={state} name="newName" label={t('newName')} autoComplete="name" />
          <Field label={t('explanation')} error={state.fieldErrors.explanation}>
            <Textarea
              name="explanation"
              rows={3}
              maxLength={1000}
              defaultValue={state.values.explanation}
            />
          </Field>
          <Field label={t('evidence')} hint={t('evidenceHint')} error={state.fieldErrors.evidence}>
            <Input
              type="file"
              name="evidence"
              accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg"
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}

export function WithdrawNameChangeForm() {
  const t = useTranslations('credentials.rename')
  return (
    <FormFrame action={withdrawNameChange} submitLabel={t('withdraw')} submitVariant="secondary">
      {() => null}
    </FormFrame>
  )
}
