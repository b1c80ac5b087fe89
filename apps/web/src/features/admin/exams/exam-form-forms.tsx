'use client'

import { Field } from '@archway/ui/field'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import { TextField } from '@/features/shell/text-field'
import { approveForm, createForm, retireForm } from './board-actions'

/** Keeps the draw that was shown. */
export function CreateFormForm({ offeringId, seed }: { offeringId: string; seed: string }) {
  const t = useTranslations('adminExams.forms.draw')
  return (
    <FormFrame action={createForm} submitLabel={t('keep')}>
      {() => (
        <>
          <input type="hidden" name="offeringId" value={offeringId} />
          <input type="hidden" name="seed" value={seed} />
        </>
      )}
    </FormFrame>
  )
}

/** The cut score of a draft, proposed by the panel that signed one, and the approval. */
export function ApproveFormForm({
  formId,
  maxRaw,
  cutRaw,
  cutBasis,
}: {
  formId: string
  maxRaw: number
  cutRaw: string
  cutBasis: string
}) {
  const t = useTranslations('adminExams.forms.approve')
  return (
    <FormFrame action={approveForm} submitLabel={t('submit')}>
      {(state) => (
        <>
          <input type="hidden" name="formId" value={formId} />
          <TextField
            state={state}
            name="cutRaw"
            label={t('cutRaw', { max: maxRaw })}
            type="number"
            min={0}
            max={maxRaw}
            step={0.001}
            defaultValue={cutRaw}
          />
          <Field label={t('cutBasis')} error={state.fieldErrors.cutBasis} required>
            <Textarea
              name="cutBasis"
              rows={3}
              maxLength={2000}
              defaultValue={state.values.cutBasis ?? cutBasis}
            />
          </Field>
        </>
      )}
    </FormFrame>
  )
}

/** Takes a form out of use for good; opened before it can be pressed. */
export function RetireFormForm({ formId }: { formId: string }) {
  const t = useTranslations('adminExams.forms.retire')
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer whitespace-nowrap text-link">{t('open')}</summary>
      <div className="mt-3 grid gap-3">
        <p className="text-muted-foreground">{t('text')}</p>
        <FormFrame action={retireForm} submitLabel={t('submit')} submitVariant="danger">
          {() => <input type="hidden" name="formId" value={formId} />}
        </FormFrame>
      </div>
    </details>
  )
}
