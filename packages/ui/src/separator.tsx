import type { ComponentProps } from 'react'
import { cn } from './cn'

export type SeparatorProps = ComponentProps<'hr'> & { orientation?: 'horizontal' | 'vertical' }

/** A thin line between parts. */
export function Separator({ orientation = 'horizontal', className, ...props }: SeparatorProps) {
  return (
    <hr
      aria-orientation={orientation}
      className={cn(
        'shrink-0 border-0 bg-border',
        orientation === 'horizontal' ? 'h-px w-full' : 'w-px self-stretch',
        className,
      )}
      {...props}
    />
  )
}
