'use client'

import { Combobox, type ComboboxItem } from '@archway/ui/combobox'
import { Field } from '@archway/ui/field'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type LookupNoun, useLookup } from './use-lookup'

/** One of a list that the server searches. */
export function LookupChoice({
  of,
  label,
  hint,
  error,
  required,
  selected,
  onChange,
}: {
  of: LookupNoun
  label: string
  hint?: string
  error?: string
  required?: boolean
  selected: ComboboxItem | null
  onChange: (item: ComboboxItem | null) => void
}) {
  const t = useTranslations('adminCatalog.lookup')
  const [typed, setTyped] = useState('')
  const { rows, isLoading } = useLookup(of, typed)
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      {(control) => (
        <Combobox
          {...control}
          items={rows.map((row) => ({ value: row.id, label: row.name, hint: row.hint }))}
          search={typed}
          onSearchChange={setTyped}
          loading={isLoading}
          selected={selected}
          onSelect={onChange}
          labels={{
            placeholder: t('choose'),
            search: t('search'),
            empty: t('empty'),
            loading: t('loading'),
          }}
        />
      )}
    </Field>
  )
}
