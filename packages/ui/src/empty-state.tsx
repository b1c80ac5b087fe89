import { cn } from './cn'
import { State, type StateProps } from './state'

export type EmptyStateProps = StateProps

/** Nothing here yet, or nothing matches: says why and what to do about it. */
export function EmptyState({ className, ...props }: EmptyStateProps) {
  return (
    <State
      className={cn('rounded-lg border border-border-strong border-dashed', className)}
      {...props}
    />
  )
}
