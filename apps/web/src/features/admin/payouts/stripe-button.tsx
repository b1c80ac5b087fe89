'use client'

import { Button, type ButtonProps } from '@archway/ui/button'
import { FormMessage } from '@archway/ui/form-message'
import { useActionState } from 'react'
import { type FormAction, idleForm } from '@/lib/form-state'

/** A button that leads to Stripe: a form of its own, which works without a script. */
export function StripeButton({
  action,
  providerId,
  label,
  variant = 'primary',
}: {
  action: FormAction
  providerId: string
  label: string
  variant?: ButtonProps['variant']
}) {
  const [state, run, isPending] = useActionState(action, idleForm)
  return (
    <form action={run} className="grid gap-2">
      <input type="hidden" name="providerId" value={providerId} />
      <Button type="submit" variant={variant} loading={isPending} className="justify-self-start">
        {label}
      </Button>
      {state.message ? <FormMessage>{state.message}</FormMessage> : null}
    </form>
  )
}
