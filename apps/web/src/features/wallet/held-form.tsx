'use client'

import type { WalletEntry } from '@archway/api/wallet/schema'
import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import { useTranslations } from 'next-intl'
import { FormFrame } from '@/features/shell/form-frame'
import type { FormState } from '@/lib/form-state'
import { removeHeld, saveHeld } from './actions'

type Name = 'title' | 'issuer' | 'number' | 'url' | 'earnedOn' | 'validUntil'

/**
 * A certificate of another body: chosen from the catalogue, or named. `id` is the form's own, so that sending it
 * twice keeps one.
 */
export function HeldForm({
  id,
  choices,
  entry,
}: {
  id: string
  choices: readonly { slug: string; title: string }[]
  entry: WalletEntry | null
}) {
  const t = useTranslations('wallet.form')
  const first: Partial<Record<Name, string>> = {
    number: entry?.number ?? '',
    url: entry?.url ?? '',
    earnedOn: entry?.earnedOn ?? '',
    validUntil: entry?.validUntil ?? '',
    ...(entry && entry.slug === null ? { title: entry.title, issuer: entry.issuer } : {}),
  }
  const field = (state: FormState, name: Name, options: { type?: string; hint?: string } = {}) => (
    <Field
      label={t(name === 'title' ? 'name' : name)}
      hint={options.hint}
      error={state.fieldErrors[name]}
    >
      <Input
        name={name}
        type={options.type ?? 'text'}
        defaultValue={state.values[name] ?? first[name]}
      />
    </Field>
  )
  return (
    <FormFrame action={saveHeld} submitLabel={t(entry ? 'save' : 'add')}>
      {(state) => (
        <>
          <input type="hidden" name="id" value={id} />
          <Field label={t('slug')} hint={t('slugHint')} error={state.fieldErrors.slug}>
            <Select name="slug" defaultValue={state.values.slug ?? entry?.slug ?? ''}>
              <option value="">{t('other')}</option>
              {choices.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </Select>
          </Field>
          <div className="grid gap-5 sm:grid-cols-2">
            {field(state, 'title', { hint: t('titleHint') })}
            {field(state, 'issuer')}
            {field(state, 'earnedOn', { type: 'date' })}
            {field(state, 'validUntil', { type: 'date', hint: t('validUntilHint') })}
            {field(state, 'number')}
            {field(state, 'url', { type: 'url' })}
          </div>
        </>
      )}
    </FormFrame>
  )
}

/** Takes a certificate off the list. */
export function RemoveForm({ id, title }: { id: string; title: string }) {
  const t = useTranslations('wallet.form')
  return (
    <FormFrame action={removeHeld} submitLabel={t('remove', { title })} submitVariant="danger">
      {() => <input type="hidden" name="id" value={id} />}
    </FormFrame>
  )
}
