import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Icon } from './icon'

const alertVariants = cva('flex gap-3 rounded-lg border p-4 text-sm', {
  variants: {
    variant: {
      info: 'border-info/25 bg-info-muted [&>svg]:text-info',
      success: 'border-success/25 bg-success-muted [&>svg]:text-success',
      warning: 'border-warning/25 bg-warning-muted [&>svg]:text-warning',
      danger: 'border-danger/25 bg-danger-muted [&>svg]:text-danger',
    },
  },
  defaultVariants: { variant: 'info' },
})

export type AlertProps = Omit<ComponentProps<'div'>, 'title'> &
  VariantProps<typeof alertVariants> & {
    title?: ReactNode
    /** A button or link on the trailing side. */
    action?: ReactNode
  }

/**
 * A message in the page. Give `role="alert"` (urgent) or `role="status"` when it
 * appears after something the reader did; leave it out when it is there from the start.
 */
export function Alert({ variant, title, action, className, children, ...props }: AlertProps) {
  return (
    <div
      className={cn(alertVariants({ variant }), action && 'max-sm:flex-wrap', className)}
      {...props}
    >
      <Icon name={variant ?? 'info'} className="mt-px size-5" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold text-foreground">{title}</p> : null}
        {children ? (
          <div className={cn('text-foreground/90', title && 'mt-0.5')}>{children}</div>
        ) : null}
      </div>
      {action ? (
        <div className="shrink-0 self-center max-sm:basis-full max-sm:ps-8">{action}</div>
      ) : null}
    </div>
  )
}
