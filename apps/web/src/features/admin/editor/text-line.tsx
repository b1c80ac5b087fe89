'use client'

import { Field } from '@archway/ui/field'
import { Input } from '@archway/ui/input'
import { Textarea } from '@archway/ui/textarea'
import type { ComponentProps } from 'react'

type Props = {
  label: string
  hint?: string
  error?: string
  note?: string
  required?: boolean
  value: string
  onChange: (text: string) => void
  className?: string
  /** several lines */
  isLong?: boolean
} & Pick<
  ComponentProps<'input'>,
  'type' | 'inputMode' | 'placeholder' | 'maxLength' | 'disabled' | 'list'
>

/** A labelled text whose value the form holds. */
export function TextLine({
  label,
  hint,
  error,
  note,
  required,
  value,
  onChange,
  className,
  isLong = false,
  ...input
}: Props) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      note={note}
      required={required}
      className={className}
    >
      {isLong ? (
        <Textarea
          value={value}
          placeholder={input.placeholder}
          disabled={input.disabled}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input value={value} onChange={(event) => onChange(event.target.value)} {...input} />
      )}
    </Field>
  )
}
