'use client'

import { createFactInput, type FactDto, updateFactInput } from '@archway/api/careers/schema/facts'
import { factKinds } from '@archway/api/careers/schema/vocabulary'
import { toast } from '@archway/ui/toast'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useApi } from '@/lib/trpc-client'
import { ChoiceLine } from '../editor/choice-line'
import { dayOfText, dayText, numberOfText, numberText, orNull } from '../editor/date-text'
import { DayField } from '../editor/day-field'
import { DraftForm } from '../editor/draft-form'
import { TextLine } from '../editor/text-line'
import { useDraft } from '../editor/use-draft'

const fieldsOf = (fact: FactDto | null) => ({
  key: fact?.key ?? '',
  kind: fact?.kind ?? ('pay' as const),
  label: fact?.label ?? '',
  text: fact?.text ?? '',
  valueLow: numberText(fact?.valueLow ?? null),
  valueHigh: numberText(fact?.valueHigh ?? null),
  unit: fact?.unit ?? '',
  currency: fact?.currency ?? '',
  region: fact?.region ?? '',
  period: fact?.period ?? '',
  sourceTitle: fact?.sourceTitle ?? '',
  sourcePublisher: fact?.sourcePublisher ?? '',
  sourceUrl: fact?.sourceUrl ?? '',
  sourcePublishedOn: dayText(fact?.sourcePublishedOn ?? null),
  verifiedOn: dayText(fact?.verifiedOn ?? null),
  reviewBy: dayText(fact?.reviewBy ?? null),
  note: fact?.note ?? '',
})
type Fields = ReturnType<typeof fieldsOf>

/** A single value is both ends of its range. */
const inputOf = (values: Fields) => ({
  ...values,
  valueLow: numberOfText(values.valueLow || values.valueHigh),
  valueHigh: numberOfText(values.valueHigh || values.valueLow),
  unit: orNull(values.unit),
  currency: orNull(values.currency),
  region: orNull(values.region),
  period: orNull(values.period),
  sourcePublishedOn: dayOfText(values.sourcePublishedOn),
  verifiedOn: dayOfText(values.verifiedOn),
  reviewBy: dayOfText(values.reviewBy),
  note: orNull(values.note),
})

/** A figure and where it comes from: new, or changed in every guide that uses it. */
export function FactForm({ fact }: { fact: FactDto | null }) {
  const t = useTranslations('adminCatalog.guides.facts')
  const router = useRouter()
  const api = useApi()
  const create = useMutation(api.careers.createFact.mutationOptions())
  const update = useMutation(api.careers.updateFact.mutationOptions())
  const draft = useDraft(fieldsOf(fact), fact?.updatedAt)
  const { values, set, error } = draft
  const onSuccess = ({ updatedAt }: { updatedAt: Date }) => {
    draft.markSaved(updatedAt)
    toast.success(t('saved'))
    if (fact) router.refresh()
    else router.push(`/admin/guides/facts/${values.key}`)
  }
  const save = () => {
    if (fact) {
      const input = draft.check(updateFactInput, { ...inputOf(values), updatedAt: draft.version })
      if (input) update.mutate(input, { onSuccess })
    } else {
      const input = draft.check(createFactInput, inputOf(values))
      if (input) create.mutate(input, { onSuccess })
    }
  }
  const line = (
    name: Exclude<keyof Fields, 'kind'>,
    options: { hint?: boolean; required?: boolean; isLong?: boolean; type?: 'url' } = {},
  ) => (
    <TextLine
      label={t(`field.${name}`)}
      hint={options.hint ? t(`hint.${name}` as never) : undefined}
      error={error(name)}
      required={options.required}
      isLong={options.isLong}
      type={options.type}
      value={values[name]}
      onChange={(text) => set(name, text)}
    />
  )
  const day = (name: 'sourcePublishedOn' | 'verifiedOn' | 'reviewBy', required: boolean) => (
    <DayField
      label={t(`field.${name}`)}
      error={error(name)}
      required={required}
      value={values[name]}
      onChange={(text) => set(name, text)}
    />
  )
  return (
    <DraftForm
      draft={draft}
      isSaving={create.isPending || update.isPending}
      error={create.error ?? update.error}
      saveLabel={fact ? t('save') : t('create')}
      isNew={!fact}
      onSave={save}
      className="max-w-3xl"
    >
      {fact ? null : line('key', { hint: true, required: true })}
      {line('label', { hint: true, required: true })}
      {line('text', { hint: true, required: true, isLong: true })}
      <div className="grid gap-5 sm:grid-cols-3">
        <ChoiceLine
          label={t('field.kind')}
          value={values.kind}
          options={factKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(kind) => set('kind', kind)}
        />
        {line('valueLow', { hint: true })}
        {line('valueHigh', { hint: true })}
        {line('unit', { hint: true })}
        {line('currency', { hint: true })}
        {line('region', { hint: true })}
      </div>
      {line('period', { hint: true })}
      <div className="grid gap-5 sm:grid-cols-2">
        {line('sourceTitle', { required: true })}
        {line('sourcePublisher', { required: true })}
      </div>
      {line('sourceUrl', { required: true, type: 'url' })}
      <div className="grid gap-5 sm:grid-cols-3">
        {day('sourcePublishedOn', false)}
        {day('verifiedOn', true)}
        {day('reviewBy', true)}
      </div>
      {line('note', { isLong: true })}
    </DraftForm>
  )
}
