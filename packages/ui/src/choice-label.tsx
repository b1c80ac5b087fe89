import type { ReactNode } from 'react'
import { cn } from './cn'

type ChoiceLabelProps = {
  label: ReactNode
  hint?: ReactNode
  /** The control. */
  children: ReactNode
  className?: string
}

/** A control with its text beside it; the whole row takes the click, 44 px high under a finger. */
export function ChoiceLabel({ label, hint, children, className }: ChoiceLabelProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the first child.
    <label
      className={cn(
        'flex items-start gap-2.5 py-1 text-sm has-disabled:cursor-not-allowed has-disabled:text-muted-foreground pointer-coarse:min-h-11 pointer-coarse:py-2.5',
        className,
      )}
    >
      <span className="flex h-[1.5em] items-center">{children}</span>
      <span className="min-w-0 flex-1">
        {label}
        {hint ? <span className="mt-0.5 block text-muted-foreground">{hint}</span> : null}
      </span>
    </label>
  )
}
