import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

/** The quiet line under a control. */
export function FieldHint({ className, ...props }: ComponentProps<'p'>) {
  return <p className={cn('text-muted-foreground text-sm', className)} {...props} />
}

/** What is wrong with a control's value, and what to do. */
export function FieldError({ className, children, ...props }: ComponentProps<'p'>) {
  return (
    <p className={cn('flex items-start gap-1.5 text-danger text-sm', className)} {...props}>
      <Icon name="danger" className="mt-0.5 size-4" />
      <span>{children}</span>
    </p>
  )
}
