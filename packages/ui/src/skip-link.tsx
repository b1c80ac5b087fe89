import type { ComponentProps } from 'react'
import { cn } from './cn'

/** The first thing the tab key reaches: jumps past the header. Hidden until focused. */
export function SkipLink({ className, href = '#main', ...props }: ComponentProps<'a'>) {
  return (
    <a
      href={href}
      className={cn(
        'not-focus:sr-only fixed start-4 top-4 z-100 rounded-md bg-accent px-4 py-3 font-medium text-accent-foreground text-sm',
        className,
      )}
      {...props}
    />
  )
}
