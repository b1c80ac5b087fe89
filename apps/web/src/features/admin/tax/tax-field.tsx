'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Select } from '@archway/ui/select'
import type { ComponentProps } from 'react'
import type { FormState } from '@/lib/form-state'

type Common = { state: FormState; name: string; label: string; hint?: string; value: string }

/** A labelled input that keeps what was typed and says what is wrong with it; it may be optional. */
export function TaxField({
  state,
  name,
  label,
  hint,
  value,
  isRequired = true,
  ...input
}: Common & { isRequired?: boolean } & Pick<ComponentProps<typeof Input>, 'type' | 'inputMode'>) {
  return (
    <Field label={label} hint={hint} error={state.fieldErrors[name]} required={isRequired}>
      <Input name={name} {...input} defaultValue={state.values[name] ?? value} />
    </Field>
  )
}

/** The same with choices. */
export function TaxChoice({
  state,
  name,
  label,
  hint,
  value,
  options,
}: Common & { options: { value: string; label: string }[] }) {
  return (
    <Field label={label} hint={hint} error={state.fieldErrors[name]} required>
      <Select name={name} defaultValue={state.values[name] ?? value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
