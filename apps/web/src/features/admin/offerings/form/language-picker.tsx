'use client'

import { Field } from '@archway/ui/field'
import { MultiCombobox } from '@archway/ui/multi-combobox'
import { useLocale, useTranslations } from 'next-intl'

/** Languages in which courses are offered most; any that is chosen already is kept. */
const offered =
  'en ar bg bn cs da de el es fa fi fr he hi hu id it ja kk ko ms nb nl pl pt pt-BR ro ru sk sr sv ta te th tr uk ur uz vi zh zh-CN zh-TW'.split(
    ' ',
  )

/** Languages by name; the first is the main one. */
export function LanguagePicker({
  codes,
  error,
  onChange,
}: {
  codes: string[]
  error?: string
  onChange: (codes: string[]) => void
}) {
  const t = useTranslations('adminCatalog.offerings')
  const lookup = useTranslations('adminCatalog.lookup')
  const names = new Intl.DisplayNames(useLocale(), { type: 'language' })
  const item = (code: string) => ({ value: code, label: names.of(code) ?? code })
  return (
    <Field label={t('field.languages')} hint={t('field.languagesHint')} error={error}>
      {({ required: _, ...control }) => (
        <MultiCombobox
          {...control}
          items={[...new Set([...offered, ...codes])].map(item)}
          selected={codes.map(item)}
          onSelectedChange={(items) => onChange(items.map(({ value }) => value))}
          labels={{
            placeholder: lookup('add'),
            search: lookup('search'),
            empty: lookup('empty'),
            loading: lookup('loading'),
            remove: (one) => lookup('remove', { name: one.label }),
          }}
        />
      )}
    </Field>
  )
}
