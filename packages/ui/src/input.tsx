import type { ComponentProps } from 'react'
import { cn } from './cn'

/** Shared look of one-line and many-line text controls. */
export const controlClasses =
  'w-full rounded-md border border-input bg-surface text-base text-foreground transition-colors sm:text-sm placeholder:text-muted-foreground hover:border-foreground/60 focus-visible:border-ring focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:border-border disabled:bg-muted disabled:text-muted-foreground [&[readonly]]:bg-muted aria-invalid:border-danger aria-invalid:bg-danger-muted/40'

export type InputProps = ComponentProps<'input'>

/** A one-line text control. 16 px on phones, so that iOS does not zoom. */
export function Input({ className, type = 'text', ...props }: InputProps) {
  return (
    <input
      type={type}
      className={cn(
        controlClasses,
        'h-10 px-3 pointer-coarse:h-11',
        'file:me-3 file:h-full file:border-0 file:bg-transparent file:font-medium file:text-sm',
        className,
      )}
      {...props}
    />
  )
}
