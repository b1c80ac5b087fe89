import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A key to press. */
export function Kbd({ className, ...props }: ComponentProps<'kbd'>) {
  return (
    <kbd
      className={cn(
        'inline-grid h-5 min-w-5 place-items-center rounded-xs border border-border-strong bg-surface px-1 font-medium font-sans text-[0.6875rem] text-muted-foreground leading-none',
        className,
      )}
      {...props}
    />
  )
}
