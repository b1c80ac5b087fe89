'use client'

import { Button } from '@archway/ui/button'
import { FormMessage } from '@archway/ui/form-message'
import { type ReactNode, useActionState } from 'react'
import { type FormAction, type FormState, idleForm } from '@/lib/form-state'

/**
 * A form over a server action: its message, its fields, its button. Works without JavaScript; with it
 * the button waits and what was typed stays.
 */
export function FormFrame({
  action,
  submitLabel,
  submitVariant = 'primary',
  isWide = false,
  otherSubmit,
  children,
}: {
  action: FormAction
  submitLabel: string
  submitVariant?: 'primary' | 'secondary' | 'danger'
  /** the button as wide as the form */
  isWide?: boolean
  /** a second way to send the same fields: a field that says so and its button */
  otherSubmit?: { name: string; value: string; label: string }
  children?: (state: FormState) => ReactNode
}) {
  const [state, submit, isPending] = useActionState(action, idleForm)
  return (
    <form action={submit} noValidate className="grid gap-5">
      <FormMessage variant={state.status === 'done' ? 'success' : 'danger'}>
        {state.message}
      </FormMessage>
      {children?.(state)}
      <div className={isWide ? 'grid gap-3' : 'flex flex-wrap gap-3'}>
        <Button type="submit" variant={submitVariant} loading={isPending}>
          {submitLabel}
        </Button>
        {otherSubmit ? (
          <Button
            type="submit"
            name={otherSubmit.name}
            value={otherSubmit.value}
            variant="secondary"
            disabled={isPending}
          >
            {otherSubmit.label}
          </Button>
        ) : null}
      </div>
    </form>
  )
}
