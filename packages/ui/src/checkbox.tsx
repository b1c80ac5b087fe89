import type { ComponentProps, ReactNode } from 'react'
import { ChoiceLabel } from './choice-label'
import { cn } from './cn'

export type CheckboxProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** Text beside the box; without it give `aria-label` or an outer label. */
  label?: ReactNode
  hint?: ReactNode
  /** Neither on nor off, such as "some rows selected". Needs a client component above. */
  indeterminate?: boolean
}

/** The browser's own checkbox with our look: posts in plain forms, works without JavaScript. */
export function Checkbox({ label, hint, indeterminate, className, ...props }: CheckboxProps) {
  const state =
    indeterminate === undefined
      ? {}
      : {
          ref: (input: HTMLInputElement | null) => {
            if (input) input.indeterminate = indeterminate
          },
        }
  const box = (
    <span className="relative grid size-4.5 shrink-0 place-items-center">
      <input
        type="checkbox"
        className={cn(
          'peer size-4.5 appearance-none rounded-xs border border-input bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-foreground/60 disabled:cursor-not-allowed disabled:opacity-50 aria-invalid:border-danger',
          !label && 'before:absolute before:-inset-2 pointer-coarse:before:-inset-3.5',
          className,
        )}
        {...state}
        {...props}
      />
      <svg
        viewBox="0 0 18 18"
        fill="none"
        aria-hidden="true"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="pointer-events-none absolute hidden size-4.5 text-accent-foreground peer-checked:block peer-indeterminate:hidden!"
      >
        <path d="M4.5 9.5l3 3 6-7" />
      </svg>
      <span className="pointer-events-none absolute hidden h-0.5 w-2 rounded-full bg-accent-foreground peer-indeterminate:block" />
    </span>
  )
  if (!label) return box
  return (
    <ChoiceLabel label={label} hint={hint}>
      {box}
    </ChoiceLabel>
  )
}
