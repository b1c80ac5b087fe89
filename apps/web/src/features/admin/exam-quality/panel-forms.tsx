'use client'

import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'
import { Textarea } from '@archway/ui/textarea'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import type { AdminOutput } from '../admin-output'
import { createPanel, movePanel, signOffPanel } from './actions'

type Form = AdminOutput['psychometrics']['adminForms'][number]

/** Calls judges together for a form. */
export function NewPanelForm({ forms }: { forms: Form[] }) {
  const t = useTranslations('examQuality.panels')
  return (
    <FormFrame action={createPanel} submitLabel={t('create')}>
      {(state) => (
        <>
          <Field label={t('formField')} error={state.fieldErrors.formId} required>
            <Select name="formId" defaultValue={state.values.formId}>
              {forms.map((form) => (
                <option key={form.id} value={form.id}>
                  {t('formOf', {
                    title: form.offering.title,
                    number: form.number,
                    language: form.language,
                  })}
                </option>
              ))}
            </Select>
          </Field>
          <Field
            label={t('candidateField')}
            hint={t('candidateHint')}
            error={state.fieldErrors.candidate}
            required
          >
            <Textarea
              name="candidate"
              rows={4}
              maxLength={2000}
              defaultValue={state.values.candidate}
            />
          </Field>
          <Field
            label={t('judgesField')}
            hint={t('judgesHint')}
            error={state.fieldErrors.judges}
            required
          >
            <Textarea name="judges" rows={6} defaultValue={state.values.judges} />
          </Field>
        </>
      )}
    </FormFrame>
  )
}

type Step = 'round_1' | 'discussion' | 'round_2' | 'rated' | 'withdrawn'

/** Takes a panel one step on. */
export function MovePanelForm({ panelId, to }: { panelId: string; to: Step }) {
  const t = useTranslations('examQuality.panels.move')
  return (
    <FormFrame
      action={movePanel}
      submitLabel={t(to)}
      submitVariant={to === 'withdrawn' ? 'secondary' : 'primary'}
    >
      {() => (
        <>
          <input type="hidden" name="panelId" value={panelId} />
          <input type="hidden" name="to" value={to} />
        </>
      )}
    </FormFrame>
  )
}

/** Takes the cut score over for the board. */
export function SignOffForm({ panelId }: { panelId: string }) {
  const t = useTranslations('examQuality.panels')
  return (
    <FormFrame action={signOffPanel} submitLabel={t('signOff')}>
      {() => <input type="hidden" name="panelId" value={panelId} />}
    </FormFrame>
  )
}
