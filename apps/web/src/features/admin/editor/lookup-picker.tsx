'use client'

import type { ComboboxItem } from '@archway/ui/combobox'
import { Field } from '@archway/ui/field'
import { MultiCombobox } from '@archway/ui/multi-combobox'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type LookupNoun, useLookup } from './use-lookup'

/** Some of a list that the server searches: skills, topics, people, courses. Their order is kept. */
export function LookupPicker({
  of,
  by = 'id',
  label,
  hint,
  error,
  selected,
  onChange,
}: {
  of: LookupNoun
  /** what the item's value is */
  by?: 'id' | 'slug'
  label: string
  hint?: string
  error?: string
  selected: ComboboxItem[]
  onChange: (items: ComboboxItem[]) => void
}) {
  const t = useTranslations('adminCatalog.lookup')
  const [typed, setTyped] = useState('')
  const { rows, isLoading } = useLookup(of, typed)
  return (
    <Field label={label} hint={hint} error={error}>
      {({ required: _, ...control }) => (
        <MultiCombobox
          {...control}
          items={rows.map((row) => ({ value: row[by], label: row.name }))}
          search={typed}
          onSearchChange={setTyped}
          loading={isLoading}
          selected={selected}
          onSelectedChange={onChange}
          labels={{
            placeholder: t('add'),
            search: t('search'),
            empty: t('empty'),
            loading: t('loading'),
            remove: (item) => t('remove', { name: item.label }),
          }}
        />
      )}
    </Field>
  )
}
