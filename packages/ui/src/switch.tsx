import type { ComponentProps, ReactNode } from 'react'
import { ChoiceLabel } from './choice-label'
import { cn } from './cn'

export type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  label?: ReactNode
  hint?: ReactNode
}

/** A native checkbox carries its own checked state, so no aria-checked beside the role. */
const asSwitch = { role: 'switch' } as const

/** On or off, taking effect at once. A native checkbox underneath, so it posts in forms. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  const control = (
    <input
      type="checkbox"
      {...asSwitch}
      className={cn(
        'relative h-5.5 w-9.5 shrink-0 appearance-none rounded-full border border-input bg-muted transition-colors',
        "before:absolute before:start-[2px] before:top-[2px] before:size-4 before:rounded-full before:bg-input before:transition-transform before:content-['']",
        'checked:border-accent checked:bg-accent checked:before:translate-x-4 checked:before:bg-accent-foreground rtl:checked:before:-translate-x-4',
        'disabled:cursor-not-allowed disabled:opacity-50',
        !label && 'after:absolute after:-inset-x-1 after:-inset-y-3',
        className,
      )}
      {...props}
    />
  )
  if (!label) return control
  return (
    <ChoiceLabel label={label} hint={hint}>
      {control}
    </ChoiceLabel>
  )
}
