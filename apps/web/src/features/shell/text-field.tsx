'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import type { ComponentProps } from 'react'
import type { FormState } from '@/lib/form-state'

/** A labelled input of a form that keeps what was typed and says what is wrong with it. */
export function TextField({
  state,
  name,
  label,
  hint,
  ...input
}: Omit<ComponentProps<typeof Input>, 'name'> & {
  state: FormState
  name: string
  label: string
  hint?: string
}) {
  return (
    <Field label={label} hint={hint} error={state.fieldErrors[name]} required>
      <Input name={name} {...input} defaultValue={state.values[name] ?? input.defaultValue} />
    </Field>
  )
}
