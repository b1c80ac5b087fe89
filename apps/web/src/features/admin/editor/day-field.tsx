'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'

/** A calendar day, held as the text of a date input. */
export function DayField({
  label,
  hint,
  error,
  required,
  value,
  onChange,
}: {
  label: string
  hint?: string
  error?: string
  required?: boolean
  value: string
  onChange: (text: string) => void
}) {
  return (
    <Field label={label} hint={hint} error={error} required={required}>
      <Input type="date" value={value} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}
