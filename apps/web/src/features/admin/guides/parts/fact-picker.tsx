'use client'

import { Combobox } from '@archway/ui/combobox'
import { Field } from '@archway/ui/field'
import { useTranslations } from 'next-intl'
import type { FactChoice } from '../../editor/rich-text/types'

/** One sourced figure, found by typing; choosing it again takes it away. */
export function FactPicker({
  label,
  hint,
  error,
  facts,
  selected,
  onChange,
  className,
}: {
  label: string
  hint?: string
  error?: string
  facts: FactChoice[]
  /** key of the chosen fact */
  selected: string | null
  onChange: (key: string | null) => void
  className?: string
}) {
  const t = useTranslations('adminCatalog.lookup')
  const items = facts.map((fact) => ({ value: fact.key, label: fact.label, hint: fact.text }))
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      {(control) => (
        <Combobox
          {...control}
          items={items}
          selected={items.find(({ value }) => value === selected) ?? null}
          onSelect={(item) => onChange(item?.value ?? null)}
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
