import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The first thing the tab key reaches: jumps past the header. Hidden until focused. */
export function SkipLink({ className, href = '#main', ...props }: ComponentProps<'a'>) {
  return (
    <a
      href={href}
      className={cn(
        'fixed start-4 top-4 z-100 -translate-y-24 rounded-md bg-accent px-4 py-3 font-medium text-accent-foreground text-sm focus:translate-y-0',
        className,
      )}
      {...props}
    />
  )
}
