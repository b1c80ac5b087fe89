import type { ReactNode } from 'react'
import { Alert, type AlertProps } from './alert'

export type FormMessageProps = Omit<AlertProps, 'children'> & { children?: ReactNode }

/**
 * The outcome of a submitted form, announced when it appears: urgently when it
 * failed, politely otherwise. Renders nothing without children or a title.
 */
export function FormMessage({ variant = 'danger', children, title, ...props }: FormMessageProps) {
  if (!children && !title) return null
  return (
    <Alert
      variant={variant}
      title={title}
      role={variant === 'danger' || variant === 'warning' ? 'alert' : 'status'}
      {...props}
    >
      {children}
    </Alert>
  )
}
