import type { ComponentProps } from 'react'
import { cn } from './cn'

/** A place held for content that is loading: give it the size of what will come. */
export function Skeleton({ className, ...props }: ComponentProps<'div'>) {
  return (
    <div
      aria-hidden="true"
      className={cn('animate-pulse-soft rounded-md bg-muted', className)}
      {...props}
    />
  )
}

/** Lines of text to come; the last is shorter. */
export function SkeletonText({
  lines = 3,
  className,
  ...props
}: ComponentProps<'div'> & { lines?: number }) {
  return (
    <div aria-hidden="true" className={cn('grid gap-2.5', className)} {...props}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={cn('h-4', line === lines - 1 && lines > 1 && 'w-3/5')} />
      ))}
    </div>
  )
}
