import type { ComponentProps } from 'react'
import { cn } from './cn'

export type LabelProps = ComponentProps<'label'>

/** The name of a control. */
export function Label({ className, ...props }: LabelProps) {
  // biome-ignore lint/a11y/noLabelWithoutControl: the caller gives htmlFor or nests the control.
  return <label className={cn('block font-medium text-foreground text-sm', className)} {...props} />
}
