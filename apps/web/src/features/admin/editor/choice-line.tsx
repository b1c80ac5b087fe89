'use client'

import { Field } from '@archway/ui/field'
import { Select } from '@archway/ui/select'

/** One of a few, as the browser's own select. */
export function ChoiceLine<Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onChange,
  className,
}: {
  label: string
  hint?: string
  error?: string
  value: Value
  options: { value: Value; label: string }[]
  onChange: (value: Value) => void
  className?: string
}) {
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      <Select
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
